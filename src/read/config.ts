import { type FailLevel, failLevels } from '../model/assessment.ts';
import { type Language, languages } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import { byPlace } from './by-place.ts';
import type { Catalogue } from './catalogue.ts';
import { readFormat } from './document.ts';
import { packsOf } from './profile.ts';
import { whyBadPath, type RecordDesk } from './records.ts';
import { reviewMonthsOf } from './review.ts';
import { complain, type Desk, type Entries, fieldsOf, nameOf, suggest, textOf } from './shape.ts';
import type { Additions } from './use-case.ts';
import { namedWaiversOf } from './waivers.ts';
import { clip, controlIn, parseYaml } from './yaml.ts';

/** A path as it is written, relative to the folder of the configuration; whether there is such a thing is not looked at here. */
export interface PlacedPath {
  readonly path: string;
  readonly at: Position;
}

/** What a `.kompass.yaml` settles about a run; null: nothing. */
interface Settings {
  readonly language: Language | null;
  readonly rules: PlacedPath | null;
  readonly profile: PlacedPath | null;
  readonly evidenceRoot: PlacedPath | null;
  readonly failOn: FailLevel | null;
  readonly requireApproval: boolean | null;
}

export interface ReadConfig {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** What names rules, packs and roles can only be read when the rules are known. */
  readonly additions: (catalogue: Catalogue) => Result<Additions>;
}

const configKeys = [
  'kompass',
  'language',
  'rules',
  'profile',
  'packs',
  'fail-on',
  'require-approval',
  'evidence-root',
  'review',
  'waivers',
] as const;

const nothing: Settings = {
  language: null,
  rules: null,
  profile: null,
  evidenceRoot: null,
  failOn: null,
  requireApproval: null,
};
const noAdditions: Additions = { packs: new Set(), waivers: [], reviewMonths: new Map() };

/** A configuration with all its problems; what is wrong in it settles nothing. */
export function readConfig(text: string, file: string): ReadConfig {
  const tree = parseYaml(text, file);
  if (!tree.ok) return unread(tree.problems);
  const desk: Desk = { problems: [] };
  const entries = fieldsOf(desk, tree.value, '', configKeys);
  if (entries === null) return unread(desk.problems);
  readFormat(desk, entries, tree.value.at);
  const settings: Settings = {
    language: wordOf(desk, entries, 'language', languages),
    rules: pathOf(desk, entries, 'rules'),
    profile: pathOf(desk, entries, 'profile'),
    evidenceRoot: pathOf(desk, entries, 'evidence-root'),
    failOn: wordOf(desk, entries, 'fail-on', failLevels),
    requireApproval: isYes(wordOf(desk, entries, 'require-approval', ['yes', 'no'])),
  };
  return { settings, problems: desk.problems, additions: (catalogue) => additionsOf(entries, catalogue) };
}

/** Nothing could be read of it. */
export const unread = (problems: readonly Problem[]): ReadConfig => ({
  settings: nothing,
  problems,
  additions: () => ({ ok: true, value: noAdditions }),
});

function additionsOf(entries: Entries, catalogue: Catalogue): Result<Additions> {
  const desk: RecordDesk = { problems: [], catalogue, fileExists: () => false };
  const waivers = entries.get('waivers')?.value;
  const additions: Additions = {
    packs: packsOf(desk, entries.get('packs')?.value),
    waivers: waivers === undefined ? [] : namedWaiversOf(desk, waivers),
    reviewMonths: reviewMonthsOf(desk, entries.get('review')?.value),
  };
  return desk.problems.length > 0
    ? { ok: false, problems: desk.problems.toSorted(byPlace) }
    : { ok: true, value: additions };
}

function wordOf<Word extends string>(desk: Desk, entries: Entries, key: string, known: readonly Word[]): Word | null {
  const tree = entries.get(key)?.value;
  const found = tree === undefined ? null : nameOf(desk, tree, key);
  if (tree === undefined || found === null) return null;
  const word = known.find((one) => one === found);
  if (word !== undefined) return word;
  const near = suggest(desk, found, known);
  return complain(desk, tree.at, { code: 'unknown-value', params: { key, found: clip(found), near, known } });
}

const isYes = (word: 'yes' | 'no' | null): boolean | null => (word === null ? null : word === 'yes');

function pathOf(desk: Desk, entries: Entries, key: string): PlacedPath | null {
  const tree = entries.get(key)?.value;
  const path = tree === undefined ? null : textOf(desk, tree, key);
  if (tree === undefined || path === null) return null;
  const character = controlIn(path);
  if (character !== null)
    return complain(desk, tree.at, { code: 'control-character', params: { character, where: 'path' } });
  const why = whyBadPath(path);
  if (why !== null)
    return complain(desk, tree.at, {
      code: 'bad-path',
      params: { path: clip(path), why: why === 'url' ? 'address' : why },
    });
  return { path, at: tree.at };
}
