import * as z from 'zod';
import type { Raised, RuleBook } from '../../model/book.ts';
import type { RuleId } from '../../model/ids.ts';
import { severities, type Rule, type Severity } from '../../model/rule.ts';
import type { Position } from '../../model/position.ts';
import type { Problem } from '../../model/problem.ts';
import { nearest } from '../nearest.ts';
import { clip, type Tree } from '../yaml.ts';
import type { Declared, PackRule } from './declared.ts';
import type { FactEntry } from './fact.ts';
import { type Entries, type Placed, type ReadEntries, readMap } from './placed.ts';
import type { RuleEntry } from './rule.ts';
import { record, text } from './shape.ts';
import type { SourceEntry } from './sources.ts';

/** A rule book as if it had just been read, so that what an organisation adds can be held against it. */
export function declaredOf(book: RuleBook, sources: Entries<SourceEntry>): Declared {
  return {
    versions: entriesOf(book.versions.map((id) => ({ id, value: { id }, place: unknownPlace }))),
    actRoles: entriesOf(book.actRoles.map((value) => ({ id: value.id, value, place: unknownPlace }))),
    offices: entriesOf(book.offices.map((value) => ({ id: value.id, value, place: unknownPlace }))),
    sources,
    dates: entriesOf(book.dates.map((value) => ({ id: value.name, value, place: datesPlace }))),
    facts: entriesOf(
      book.facts.map(({ at, ...value }) => ({ id: value.id, value: value satisfies FactEntry, place: at })),
    ),
    rules: entriesOf(book.rules.flatMap(packRules)),
    packs: book.packs,
  };
}

const startOf = (file: string): Position => ({ file, line: 1, column: 1 });
const unknownPlace = startOf('');
const datesPlace = startOf('rules/dates.yaml');

interface Given<T> {
  readonly id: string;
  readonly value: T;
  readonly place: Position;
}

function entriesOf<T>(given: readonly Given<T>[]): Entries<T> {
  return {
    entries: given.map(({ value, place }) => ({ value, at: () => place })),
    declared: new Map(given.map(({ id, place }) => [id, place])),
    complete: true,
    problems: [],
  };
}

/** No condition can name a gap, so none is needed here. */
function packRules(rule: Rule): Given<PackRule>[] {
  if (rule.kind === 'gap') return [];
  const { at, pack, ...entry } = rule;
  return [{ id: rule.id, value: { pack, rule: entry satisfies RuleEntry }, place: at }];
}

/** Both together; what has the name of something that is built in is a problem. */
export function joined(base: Declared, own: Declared): { readonly declared: Declared; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  function both<T>(first: Entries<T>, more: Entries<T>): Entries<T>;
  function both<T>(first: Entries<T> | null, more: Entries<T> | null): Entries<T> | null;
  function both<T>(first: Entries<T> | null, more: Entries<T> | null): Entries<T> | null {
    if (first === null || more === null) return first ?? more;
    for (const [id, at] of more.declared) {
      const place = first.declared.get(id);
      if (place !== undefined)
        problems.push({ code: 'duplicate-id', at, params: { id: clip(id), first: `${place.file}:${place.line}` } });
    }
    return {
      // Where both have a name, what is built in counts, so that only the name itself is complained of.
      entries: [...more.entries, ...first.entries],
      declared: new Map([...more.declared, ...first.declared]),
      complete: first.complete && more.complete,
      problems: [...first.problems, ...more.problems],
    };
  }
  const declared: Declared = {
    ...base,
    sources: both(base.sources, own.sources),
    dates: both(base.dates, own.dates),
    facts: both(base.facts, own.facts),
    rules: both(base.rules, own.rules),
    packs: [...base.packs, ...own.packs],
  };
  return { declared, problems };
}

/** Keys of a file that are no sections, and the confirmation of a section. */
const reserved =
  /^(?:kompass|catalogue|id|title|purpose|owner|product|review|waivers|approval|register|evidence|procurement|operation|profile|packs)\.|\.confirmed$/;

/** Questions whose key means something else in a file. */
export const misnamed = ({ entries }: Entries<FactEntry>): Problem[] =>
  entries.flatMap(({ value: { id }, at }): Problem[] =>
    reserved.test(id) ? [{ code: 'bad-id', at: at(['id']), params: { id } }] : [],
  );

/** What only the law says: rules that bear on tier, scope and roles, and chapters that are not modelled. */
export function strangers({ entries }: Entries<PackRule>): Problem[] {
  return entries.flatMap(({ value: { rule }, at }): Problem[] => {
    if (rule.kind === 'prohibition' && rule.tier !== null)
      return [{ code: 'not-for-organisation', at: at(['tier']), params: { key: `tier: ${rule.tier}` } }];
    if (rule.kind === 'concept' || 'severity' in rule) return [];
    return [{ code: 'not-for-organisation', at: at(['kind']), params: { key: `kind: ${rule.kind}` } }];
  });
}

interface Raise {
  readonly rule: string;
  readonly severity: Severity;
  readonly why: Raised['why'];
}

/** `severities.yaml`: each rule to be raised, its new severity, and why. */
export function raisedIn(file: Tree | null, rules: Entries<PackRule>): ReadEntries<Raise> {
  if (file === null) return { entries: [], declared: new Map(), complete: true, problems: [] };
  const read = readMap(file, 'severities', (rule) =>
    record({ severity: z.enum(severities), why: text }).transform((raise): Raise => ({ rule, ...raise })),
  );
  const known = new Map<string, RuleEntry>(rules.entries.map(({ value: { rule } }) => [rule.id, rule]));
  const wrong = read.entries.flatMap((entry) => notRaised(entry, known, rules.complete));
  return { ...read, problems: [...read.problems, ...wrong] };
}

function notRaised(
  { value: { rule: id, severity }, at }: Placed<Raise>,
  known: ReadonlyMap<string, RuleEntry>,
  complete: boolean,
): Problem[] {
  const rule = known.get(id);
  if (rule === undefined)
    return complete
      ? [{ code: 'unknown-rule', at: at(), params: { id: clip(id), near: nearest(id, known.keys()) } }]
      : [];
  const from = 'severity' in rule ? rule.severity : null;
  // The list begins with the gravest.
  if (from !== null && severities.indexOf(severity) < severities.indexOf(from)) return [];
  return [{ code: 'not-raised', at: at(from === null ? [] : ['severity']), params: { rule: id, severity: from } }];
}

/** The built-in book, and after it what the organisation adds: none of the built-in rules needs any of that. */
export const together = (base: RuleBook, own: RuleBook): RuleBook => ({
  ...base,
  facts: [...base.facts, ...own.facts],
  rules: [...base.rules, ...own.rules],
  dates: [...base.dates, ...own.dates],
  sources: [...base.sources, ...own.sources],
  packs: [...base.packs, ...own.packs],
});

export function withRaised(book: RuleBook, raises: readonly Placed<Raise>[]): RuleBook {
  const byRule = new Map(raises.map(({ value }) => [value.rule, value]));
  const raised: Raised[] = [];
  const rules = book.rules.map((rule): Rule => {
    const up = byRule.get(rule.id);
    if (up === undefined || !('severity' in rule)) return rule;
    raised.push({ rule: rule.id satisfies RuleId, from: rule.severity, why: up.why });
    return { ...rule, severity: up.severity };
  });
  return { ...book, rules, raised };
}
