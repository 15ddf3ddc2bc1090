import * as z from 'zod';
import { states } from '../model/assessment.ts';
import type { RuleBook } from '../model/book.ts';
import type { Case } from '../model/case.ts';
import type { IsoDate } from '../model/date.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { tiers } from '../model/tier.ts';
import type { TextFile } from './book.ts';
import { byPlace } from './by-place.ts';
import { prepareCatalogue, type Catalogue } from './catalogue.ts';
import { nearest } from './nearest.ts';
import { subtree } from './rules/issues.ts';
import { readAt, readLists, type Placed } from './rules/placed.ts';
import { catalogueVersion, complain, day, factId, orNull, record, ruleId } from './rules/shape.ts';
import { useCaseFromTree } from './use-case.ts';
import { parseYaml, type Entry, type Tree } from './yaml.ts';

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
      const tree = parseYaml(text, name);
      if (tree.ok) return casesOf(tree.value, desk);
      desk.problems.push(...tree.problems);
      return [];
    });
  return { cases, problems: desk.problems.toSorted(byPlace) };
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
const outcomes = [...truths, ...states] as const;
const outcome = z.unknown().transform((value, ctx) => {
  const found = outcomes.find((known) => known === String(value));
  if (found !== undefined) return found;
  const known = [...outcomes];
  complain(ctx, {
    code: 'unknown-value',
    params: { key: 'expect', found: String(value), near: nearest(String(value), known), known },
  });
  return z.NEVER;
});
const caseEntry = record({
  rule: ruleId,
  code: orNull(z.string()),
  name: z.string(),
  source: orNull(z.string()),
  'as-of': orNull(day),
  facts: orNull(answers.nullable()),
  expect: outcome,
  tier: orNull(z.tuple([z.enum(tiers), z.enum(tiers)])),
  asks: orNull(z.array(factId)),
  twin: orNull(z.string()),
});
type CaseEntry = z.output<typeof caseEntry>;

function casesOf(tree: Tree, desk: CaseDesk): Case[] {
  const shared = subtree(tree, ['base']) === undefined ? null : readAt(tree, ['base'], base);
  const list = readLists([tree], 'cases', caseEntry, ['base']);
  desk.problems.push(...(shared?.problems ?? []), ...list.problems);
  return list.entries.flatMap((entry, index) => {
    const problems = nameProblems(entry, desk);
    const answered = useCaseFromTree(caseTree(entry, index, shared?.placed ?? null), entry.at().file, desk.catalogue, {
      profile: null,
      fileExists: () => true,
    });
    desk.problems.push(...problems, ...(answered.ok ? [] : answered.problems));
    if (!answered.ok || problems.length > 0) return [];
    const { facts: _facts, 'as-of': own, ...rest } = entry.value;
    const asOf = own ?? shared?.placed?.value['as-of'] ?? desk.asOf;
    return [{ ...rest, asOf, useCase: answered.value, at: entry.at() }];
  });
}

function nameProblems({ value, at }: Placed<CaseEntry>, { rules, catalogue }: CaseDesk): Problem[] {
  const found = rules.get(value.rule);
  const facts = [...catalogue.facts.keys()];
  const asked = (value.asks ?? []).flatMap((id, index): Problem[] =>
    catalogue.facts.has(id)
      ? []
      : [{ code: 'unknown-fact', at: at(['asks', index]), params: { id, near: nearest(id, facts) } }],
  );
  if (found === undefined) {
    const params = { id: value.rule, near: nearest(value.rule, rules.keys()) };
    return [...asked, { code: 'unknown-rule', at: at(['rule']), params }];
  }
  return [...asked, ...codeProblems(value, found, at), ...outcomeProblems(value, found, at)];
}

/** A gap has chapters, and a case is about one of them. */
function codeProblems({ code }: CaseEntry, rules: readonly Rule[], at: Placed<unknown>['at']): Problem[] {
  const known = rules.flatMap((rule) => (rule.kind === 'gap' ? [rule.code] : []));
  if (known.length === 0 && code === null) return [];
  if (code === null) return [{ code: 'missing-key', at: at(), params: { key: 'code' } }];
  if (known.includes(code)) return [];
  return [
    {
      code: 'unknown-value',
      at: at(['code']),
      params: { key: 'code', found: code, near: nearest(code, known), known },
    },
  ];
}

/** What is to be done has a state; all else is true, false or unknown. */
function outcomeProblems({ expect }: CaseEntry, [rule]: readonly Rule[], at: Placed<unknown>['at']): Problem[] {
  const known: readonly string[] = rule?.kind === 'duty' || rule?.kind === 'gap' ? states : truths;
  if (known.includes(expect)) return [];
  return [{ code: 'unknown-value', at: at(['expect']), params: { key: 'expect', found: expect, near: null, known } }];
}

/** The use-case file that a case stands for: the answers of the file's base, and over them its own. */
function caseTree(entry: Placed<CaseEntry>, index: number, shared: Placed<z.output<typeof base>> | null): Tree {
  const at = entry.at();
  const scalar = (text: string): Entry => ({ keyAt: at, value: { at, kind: 'scalar', value: text, text } });
  const version = shared === null ? undefined : subtree(shared.tree, ['catalogue']);
  const head: [string, Entry][] = [
    ['kompass', scalar('1')],
    ['id', scalar(`case-${index + 1}`)],
    ['title', { keyAt: at, value: subtree(entry.tree, ['name']) ?? scalar('').value }],
    ...(version === undefined ? [] : [['catalogue', { keyAt: at, value: version }] satisfies [string, Entry]]),
  ];
  return {
    at,
    kind: 'map',
    entries: new Map([...head, ...sections([...factsOf(shared?.tree), ...factsOf(entry.tree)])]),
  };
}

function factsOf(tree: Tree | undefined): readonly (readonly [string, Entry])[] {
  const facts = tree === undefined ? undefined : subtree(tree, ['facts']);
  return facts?.kind === 'map' ? [...facts.entries] : [];
}

/** `section.name: value` as sections with names in them; of two values the later one. */
function sections(facts: readonly (readonly [string, Entry])[]): Map<string, Entry> {
  const found = new Map<string, { readonly keyAt: Position; readonly entries: Map<string, Entry> }>();
  for (const [id, entry] of facts) {
    const dot = id.indexOf('.');
    const section = dot < 0 ? id : id.slice(0, dot);
    const { entries } = found.get(section) ?? { entries: new Map<string, Entry>() };
    entries.set(id.slice(dot + 1), entry);
    found.set(section, { keyAt: entry.keyAt, entries });
  }
  return new Map(
    [...found].map(([section, { keyAt, entries }]) => [section, { keyAt, value: { at: keyAt, kind: 'map', entries } }]),
  );
}
