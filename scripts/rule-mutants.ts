// Changes each rule a little, and each day of application by one, and looks whether a case notices. What none notices has to stand in the
// pack's equivalent.yaml, with the reason why no facts can tell the two apart.
//   node --import tsx scripts/rule-mutants.ts [part of a rule id]
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { compile, type CompiledBook } from '../src/assess/compile.ts';
import { createGround, type Ground } from '../src/assess/ground.ts';
import { runCase } from '../src/assess/run-cases.ts';
import type { Condition } from '../src/model/condition.ts';
import type { Case } from '../src/model/case.ts';
import type { RuleBook } from '../src/model/book.ts';
import type { Rule } from '../src/model/rule.ts';
import type { NonEmpty } from '../src/model/brand.ts';
import { type IsoDate, parseIsoDate } from '../src/model/date.ts';
import type { NamedDate } from '../src/model/source.ts';

interface Mutant {
  readonly what: string;
  readonly rule: Rule;
}

interface Survivor {
  readonly rule: string;
  readonly what: string;
}

export interface MutantReport {
  readonly made: number;
  readonly survivors: readonly Survivor[];
}

const Equivalents = z.strictObject({
  equivalent: z.array(
    z.strictObject({ rule: z.string(), what: z.string(), why: z.string().min(20), 'signed-by': z.string().min(1) }),
  ),
});

/** The changed rules of which somebody has shown, and somebody else has checked, that no facts can tell them from the rule. */
function equivalents(packs: readonly string[]): readonly Survivor[] {
  return packs
    .map((pack) => `rules/${pack}/equivalent.yaml`)
    .filter((file) => existsSync(file))
    .flatMap((file) => Equivalents.parse(parse(readFileSync(file, 'utf8'))).equivalent);
}

/** A mutant is killed when a case comes out otherwise: one of its rule, or of whatever rests on it. */
export function testMutants(book: RuleBook, cases: readonly Case[], wanted = ''): MutantReport {
  const original = compile(book);
  const looks = cases.map((example) => ({ example, ground: createGround(original, example.useCase, example.asOf) }));
  const survivors: { rule: string; what: string }[] = [];
  let made = 0;
  for (const [index, rule] of book.rules.entries()) {
    if (!rule.id.includes(wanted)) continue;
    // The rule's own cases first: they are the likeliest to notice.
    const ordered = [
      ...looks.filter(({ example }) => example.rule === rule.id),
      ...looks.filter(({ example }) => example.rule !== rule.id),
    ];
    const before = ordered.map(({ ground }) => truthsOf(rule, ground));
    for (const { what, rule: changed } of mutantsOf(rule)) {
      made += 1;
      let compiled: CompiledBook | null = null;
      const killed = ordered.some(({ example, ground }, at) => {
        // Where nothing is true otherwise nothing can come out otherwise.
        if (truthsOf(changed, ground) === before[at]) return false;
        compiled ??= compile({ ...book, rules: book.rules.with(index, changed) });
        return !runCase(example, compiled).passed;
      });
      if (!killed) survivors.push({ rule: keyOf(rule), what });
    }
  }
  return { made, survivors };
}

/** What the conditions of a rule are in one case. */
const truthsOf = (rule: Rule, ground: Ground): string =>
  [ground.ruleTruth(rule), ...(rule.kind === 'duty' ? [ground.truth(rule.requires)] : [])].join(' ');

const keyOf = (rule: Rule): string => (rule.kind === 'gap' ? `${rule.id}#${rule.code}` : rule.id);

function mutantsOf(rule: Rule): readonly Mutant[] {
  const mutants: Mutant[] = mutated(rule.when).map(({ what, condition }) => ({
    what: `when: ${what}`,
    rule: { ...rule, when: condition },
  }));
  if ('except' in rule && rule.except !== null) {
    mutants.push({ what: 'without its exception', rule: { ...rule, except: null } });
    mutants.push(
      ...mutated(rule.except).map(({ what, condition }) => ({
        what: `except: ${what}`,
        rule: { ...rule, except: condition },
      })),
    );
  }
  if (rule.kind === 'duty')
    mutants.push(
      ...mutated(rule.requires).map(({ what, condition }) => ({
        what: `requires: ${what}`,
        rule: { ...rule, requires: condition },
      })),
    );
  return mutants;
}

interface Mutated {
  readonly what: string;
  readonly condition: Condition;
}

/** Each way to change one node: drop a part, swap all and any, negate a leaf. */
function mutated(condition: Condition, path = ''): readonly Mutated[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const { kind, of } = condition;
      const here: Mutated[] =
        of.length < 2
          ? []
          : [{ what: `${path}${kind} swapped`, condition: { kind: kind === 'all' ? 'any' : 'all', of } }];
      of.forEach((_, index) => {
        const rest = nonEmpty(of.filter((_part, other) => other !== index));
        if (rest !== null)
          here.push({ what: `${path}${kind} without part ${index + 1}`, condition: { kind, of: rest } });
      });
      return [...here, ...inParts(of, path, (parts) => ({ kind, of: parts }))];
    }
    case 'at-least': {
      const { count, of } = condition;
      return [
        { what: `${path}at least ${count + 1}`, condition: { kind: 'at-least', count: count + 1, of } },
        ...(count > 1 ? [{ what: `${path}at least ${count - 1}`, condition: { ...condition, count: count - 1 } }] : []),
        ...inParts(of, path, (parts) => ({ kind: 'at-least', count, of: parts })),
      ];
    }
    case 'not':
      return [
        { what: `${path}not dropped`, condition: condition.of },
        ...mutated(condition.of, `${path}not > `)
          .filter(({ condition: inner }) => inner.kind !== 'not')
          .map(({ what, condition: inner }): Mutated => ({ what, condition: { kind: 'not', of: inner } })),
      ];
    default:
      return [{ what: `${path}${condition.kind} negated`, condition: { kind: 'not', of: condition } }];
  }
}

function inParts(
  of: NonEmpty<Condition>,
  path: string,
  rebuild: (parts: NonEmpty<Condition>) => Condition,
): readonly Mutated[] {
  return of.flatMap((part, index) =>
    mutated(part, `${path}${index + 1} > `).flatMap(({ what, condition }): Mutated[] => {
      const parts = nonEmpty(of.map((other, at) => (at === index ? condition : other)));
      return parts === null ? [] : [{ what, condition: rebuild(parts) }];
    }),
  );
}

function nonEmpty(parts: readonly Condition[]): NonEmpty<Condition> | null {
  const [first, ...rest] = parts;
  return first === undefined ? null : [first, ...rest];
}

/** Moves each day of application by one day, there and back: a case on the first day, or on the day before, has to notice. */
export function testDates(book: RuleBook, cases: readonly Case[]): MutantReport {
  const survivors: { rule: string; what: string }[] = [];
  let made = 0;
  for (const [index, named] of book.dates.entries()) {
    const users = new Set(book.rules.filter((rule) => datesOf(rule).includes(named.name)).map(({ id }) => id));
    const ordered = cases.filter(({ rule }) => users.has(rule));
    for (const { what, date } of movedDates(named)) {
      made += 1;
      const compiled = compile({ ...book, dates: book.dates.with(index, date) });
      if (ordered.every((example) => runCase(example, compiled).passed)) survivors.push({ rule: named.name, what });
    }
  }
  return { made, survivors };
}

const datesOf = (rule: Rule): readonly string[] => [
  ...('appliesFrom' in rule ? [rule.appliesFrom, ...(rule.appliesUntil === null ? [] : [rule.appliesUntil])] : []),
  ...datesNamed(rule.when),
];

function datesNamed(condition: Condition): readonly string[] {
  if (condition.kind === 'before') return [condition.date];
  if (condition.kind === 'not') return datesNamed(condition.of);
  return 'of' in condition ? condition.of.flatMap(datesNamed) : [];
}

function movedDates(named: NamedDate): readonly { readonly what: string; readonly date: NamedDate }[] {
  return named.entries.flatMap((entry, at) =>
    entry.versions.flatMap((version, which) =>
      version.from === null
        ? []
        : movedBy(version.from).map(({ what, from }) => {
            const versions = entry.versions.with(which, { ...version, from });
            return {
              what: `${version.setBy}, ${what}`,
              date: { ...named, entries: named.entries.with(at, { ...entry, versions }) },
            };
          }),
    ),
  );
}

const movedBy = (day: IsoDate): readonly { readonly what: string; readonly from: IsoDate }[] =>
  [1, -1].map((days) => ({ what: `${day} a day ${days > 0 ? 'later' : 'earlier'}`, from: moved(day, days) }));

function moved(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const parsed = parseIsoDate(date.toISOString().slice(0, 10));
  if (parsed === null) throw new Error(`${day} cannot be moved by ${days} days.`);
  return parsed;
}

if (import.meta.filename === process.argv[1]) {
  const { loadRules } = await import('../test/support/rules.ts');
  const { compiled, cases } = loadRules('rules');
  const { book } = compiled;
  const [wanted = ''] = process.argv.slice(2);
  const reports = [testMutants(book, cases, wanted), ...(wanted === '' ? [testDates(book, cases)] : [])];
  const known = equivalents(book.packs.map(({ id }) => id)).filter(({ rule }) => rule.includes(wanted));
  const survivors = reports.flatMap((report) => report.survivors);
  const made = reports.reduce((sum, report) => sum + report.made, 0);
  const isSame = (a: Survivor, b: Survivor): boolean => a.rule === b.rule && a.what === b.what;
  const unnoticed = survivors.filter((one) => !known.some((other) => isSame(one, other)));
  const stale = known.filter((one) => !survivors.some((other) => isSame(one, other)));
  for (const { rule, what } of unnoticed) console.log(`${rule}: ${what}: no case notices`);
  for (const { rule, what } of stale) console.log(`${rule}: ${what}: listed as equivalent, and yet noticed or gone`);
  const killed = made - survivors.length;
  const share = ((100 * killed) / made).toFixed(1);
  console.log(
    `${made} changed rules, ${killed} noticed (${share} %), ${known.length - stale.length} proven equivalent`,
  );
  process.exitCode = unnoticed.length + stale.length > 0 ? 1 : 0;
}
