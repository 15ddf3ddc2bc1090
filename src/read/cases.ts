import * as z from 'zod';
import { states } from '../model/assessment.ts';
import type { RuleBook } from '../model/book.ts';
import type { Case } from '../model/case.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { tiers } from '../model/tier.ts';
import type { Given, UseCase } from '../model/use-case.ts';
import type { TextFile } from './book.ts';
import { partsOf, prepareCatalogue, type Catalogue } from './catalogue.ts';
import { subtree } from './rules/issues.ts';
import { parseRules } from './rules/parse.ts';
import { readAt, readLists, type Read } from './rules/placed.ts';
import { catalogueVersion, day, factId, mostProblems, orNull, record, ruleId, sentence } from './rules/shape.ts';
import { tidy } from './rules/tidy.ts';
import { suggest } from './shape.ts';
import { useCaseFromTree } from './use-case.ts';
import { clip, type Entry, type Tree } from './yaml.ts';

/**
 * The cases beside the rules, from the `*.test.yaml` among the files. Answers are read like those of a use-case file; evidence is
 * taken to exist. `asOf` is the day of the cases that name none.
 */
export function readCases(files: readonly TextFile[], book: RuleBook, asOf: IsoDate): Result<readonly Case[]> {
  const { cases, problems } = readCasesLeniently(files, book, asOf);
  return problems.length === 0 ? { ok: true, value: cases } : { ok: false, problems };
}

/** For rule authors: the cases that could be read, beside the problems. */
export function readCasesLeniently(
  files: readonly TextFile[],
  book: RuleBook,
  asOf: IsoDate,
): { readonly cases: readonly Case[]; readonly problems: readonly Problem[] } {
  const desk: CaseDesk = { rules: rulesById(book), catalogue: anywhere(book), asOf, problems: [] };
  const cases = files
    .filter(({ name }) => name.endsWith('.test.yaml'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, text }) => {
      const tree = parseRules(text, name);
      if (tree.ok) return casesOf(tree.value, desk);
      desk.problems.push(...tree.problems);
      return [];
    });
  return { cases, problems: tidy(desk.problems) };
}

interface CaseDesk {
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  readonly catalogue: Catalogue;
  readonly asOf: IsoDate;
  readonly problems: Problem[];
}

/** In a case it makes no difference whether an answer comes from the profile. */
const anywhere = (book: RuleBook): Catalogue =>
  prepareCatalogue({ ...book, facts: book.facts.map((fact) => ({ ...fact, scope: 'both' })) });

function rulesById(book: RuleBook): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const rule of book.rules) rules.set(rule.id, [...(rules.get(rule.id) ?? []), rule]);
  return rules;
}

const truths = ['true', 'false', 'unknown'] as const;
const answers = z.record(z.string(), z.unknown());
const base = record({ catalogue: orNull(catalogueVersion), 'as-of': orNull(day), facts: orNull(answers.nullable()) });
/** YAML's own truth values stand for ours. */
const outcome = z.preprocess(
  (value) => (typeof value === 'boolean' ? String(value) : value),
  z.enum([...truths, ...states]),
);
const days = z
  .array(z.union([z.literal('never'), day]))
  .transform((found) => found.map((one): IsoDate | null => (one === 'never' ? null : one)));
const caseEntry = record({
  rule: ruleId,
  code: orNull(sentence),
  name: sentence,
  source: orNull(z.string()),
  'as-of': orNull(day),
  facts: orNull(answers.nullable()),
  expect: outcome,
  tier: orNull(z.tuple([z.enum(tiers), z.enum(tiers)])),
  from: orNull(days),
  until: orNull(days),
  asks: orNull(z.array(factId)),
  twin: orNull(sentence),
});
type CaseEntry = z.output<typeof caseEntry>;

function casesOf(tree: Tree, desk: CaseDesk): Case[] {
  const shared = subtree(tree, ['base']) === undefined ? null : readAt(tree, ['base'], base);
  const list = readLists([tree], 'cases', caseEntry, ['base']);
  desk.problems.push(...(shared?.problems ?? []), ...list.problems, ...factProblems(shared?.placed?.tree, desk));
  const names = pairNames(tree);
  const inBase = askedIn(shared?.placed?.tree, desk);
  return list.entries.flatMap((entry, index) => {
    const problems = [
      ...nameProblems(entry, desk),
      ...factProblems(entry.tree, desk),
      ...twinProblems(entry, names, desk),
    ];
    const facts = [...inBase, ...askedIn(entry.tree, desk)];
    const file = caseTree(entry, index, shared?.placed ?? null, facts);
    const answered = useCaseFromTree(file, entry.at().file, desk.catalogue, {
      profile: null,
      fileExists: () => true,
    });
    desk.problems.push(...problems, ...(answered.ok ? [] : answered.problems));
    if (!answered.ok || problems.length > 0) return [];
    const { facts: _facts, 'as-of': own, ...rest } = entry.value;
    const asOf = own ?? shared?.placed?.value['as-of'] ?? desk.asOf;
    return [{ ...rest, asOf, useCase: forCase(answered.value, desk), at: entry.at() }];
  });
}

/** What a case can answer: the facts, and what else stands in the sections of a use-case file. */
function isAsked(id: string, { catalogue }: CaseDesk): boolean {
  const [section, name] = partsOf(id);
  const confirms = name === 'confirmed' && catalogue.sections.get(section)?.confirmable.useCase === true;
  return catalogue.facts.has(id) || confirms || id === 'procurement.clauses';
}

function factProblems(tree: Tree | undefined, desk: CaseDesk): Problem[] {
  const ids = [...desk.catalogue.facts.keys()];
  return factsOf(tree)
    .filter(([id]) => !isAsked(id, desk))
    .slice(0, mostProblems)
    .map(([id, { keyAt }]): Problem => {
      const near = ids.find((known) => partsOf(known)[1] === id) ?? suggest(desk, id, ids);
      return { code: 'unknown-fact', at: keyAt, params: { id: clip(id), near } };
    });
}

/** The cases of a file by what their twins may call them: their name, or a label that both carry. */
function pairNames(tree: Tree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const list = subtree(tree, ['cases']);
  for (const item of list?.kind === 'list' ? list.items : [])
    for (const key of ['name', 'twin']) {
      const found = subtree(item, [key]);
      if (found?.kind === 'scalar') counts.set(found.text, (counts.get(found.text) ?? 0) + 1);
    }
  return counts;
}

/** A twin that no other case is counts as a pair, and shows nothing. */
function twinProblems({ value, at }: Read<CaseEntry>, names: ReadonlyMap<string, number>, desk: CaseDesk): Problem[] {
  const { twin, name } = value;
  if (twin === null || (twin !== name && (names.get(twin) ?? 0) > 1)) return [];
  const enough = desk.problems.length >= mostProblems;
  const others = enough ? [] : [...names.keys()].filter((other) => other !== name && other !== twin);
  const params = { key: 'twin', found: clip(twin), near: suggest(desk, twin, others), known: others.slice(0, 13) };
  return [{ code: 'unknown-value', at: at(['twin']), params }];
}

function nameProblems({ value, at }: Read<CaseEntry>, desk: CaseDesk): Problem[] {
  const { rules, catalogue } = desk;
  const found = rules.get(value.rule);
  const facts = [...catalogue.facts.keys()];
  const asked = (value.asks ?? []).flatMap((id, index): Problem[] =>
    catalogue.facts.has(id)
      ? []
      : [{ code: 'unknown-fact', at: at(['asks', index]), params: { id: clip(id), near: suggest(desk, id, facts) } }],
  );
  if (found === undefined) {
    const params = { id: clip(value.rule), near: suggest(desk, value.rule, rules.keys()) };
    return [...asked, { code: 'unknown-rule', at: at(['rule']), params }];
  }
  return [...asked, ...codeProblems(value, found, at, desk), ...outcomeProblems(value, found, at)];
}

/** A gap has chapters, and a case is about one of them. */
function codeProblems({ code }: CaseEntry, rules: readonly Rule[], at: Read<unknown>['at'], desk: CaseDesk): Problem[] {
  const known = rules.flatMap((rule) => (rule.kind === 'gap' ? [rule.code] : []));
  if (known.length === 0 && code === null) return [];
  if (code === null) return [{ code: 'missing-key', at: at(), params: { key: 'code' } }];
  if (known.includes(code)) return [];
  return [
    {
      code: 'unknown-value',
      at: at(['code']),
      params: { key: 'code', found: clip(code), near: suggest(desk, code, known), known },
    },
  ];
}

/** What is to be done has a state; all else is true, false or unknown. */
function outcomeProblems({ expect }: CaseEntry, [rule]: readonly Rule[], at: Read<unknown>['at']): Problem[] {
  const isOwed = rule !== undefined && ('requires' in rule || rule.kind === 'gap');
  const known: readonly string[] = isOwed ? states : truths;
  if (known.includes(expect)) return [];
  return [{ code: 'unknown-value', at: at(['expect']), params: { key: 'expect', found: expect, near: null, known } }];
}

/** The use-case file that a case stands for: the answers of the file's base, and over them its own. */
function caseTree(
  entry: Read<CaseEntry>,
  index: number,
  shared: Read<z.output<typeof base>> | null,
  facts: readonly AskedFact[],
): Tree {
  const at = entry.at();
  const scalar = (text: string): Entry => ({ keyAt: at, value: { at, kind: 'scalar', value: text, text } });
  const version = shared === null ? undefined : subtree(shared.tree, ['catalogue']);
  const head: [string, Entry][] = [
    ['kompass', scalar('1')],
    ['id', scalar(`case-${index + 1}`)],
    ['title', { keyAt: at, value: subtree(entry.tree, ['name']) ?? scalar('').value }],
    ...(version === undefined ? [] : [['catalogue', { keyAt: at, value: version }] satisfies [string, Entry]]),
  ];
  return { at, kind: 'map', entries: new Map([...head, ...sections(facts)]) };
}

/** All packs are chosen, and an opinion that names no answers is about those of the case. */
function forCase(useCase: UseCase, { catalogue }: CaseDesk): UseCase {
  const about = Array.from(useCase.answers, ([fact, given]): [FactId, Given] => [
    fact,
    given.type === 'opinion' ? { ...given, digest: given.digest ?? useCase.digest } : given,
  ]);
  return { ...useCase, answers: new Map(about), packs: new Set(catalogue.packs) };
}

type AskedFact = readonly [id: string, entry: Entry];

const askedIn = (tree: Tree | undefined, desk: CaseDesk): readonly AskedFact[] =>
  factsOf(tree).filter(([id]) => isAsked(id, desk));

function factsOf(tree: Tree | undefined): readonly AskedFact[] {
  const facts = tree === undefined ? undefined : subtree(tree, ['facts']);
  return facts?.kind === 'map' ? [...facts.entries] : [];
}

/** `section.name: value` as sections with names in them; of two values the later one. */
function sections(facts: readonly AskedFact[]): Map<string, Entry> {
  const found = new Map<string, { readonly keyAt: Position; readonly entries: Map<string, Entry> }>();
  for (const [id, entry] of facts) {
    const [section, name] = partsOf(id);
    const { entries } = found.get(section) ?? { entries: new Map<string, Entry>() };
    entries.set(name, entry);
    found.set(section, { keyAt: entry.keyAt, entries });
  }
  return new Map(
    [...found].map(([section, { keyAt, entries }]) => [section, { keyAt, value: { at: keyAt, kind: 'map', entries } }]),
  );
}
