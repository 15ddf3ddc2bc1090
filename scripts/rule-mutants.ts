// Changes each rule a little and looks whether its cases notice.
//   node --import tsx scripts/rule-mutants.ts [part of a rule id]
import { compile } from '../src/assess/compile.ts';
import { runCase } from '../src/assess/run-cases.ts';
import type { Condition } from '../src/model/condition.ts';
import type { Case } from '../src/model/case.ts';
import type { RuleBook } from '../src/model/book.ts';
import type { Rule } from '../src/model/rule.ts';
import type { NonEmpty } from '../src/model/brand.ts';

interface Mutant {
  readonly what: string;
  readonly rule: Rule;
}

export interface MutantReport {
  readonly made: number;
  readonly survivors: readonly { readonly rule: string; readonly what: string }[];
}

/** A mutant is killed when a case of its rule, or of a rule that names it, comes out otherwise. */
export function testMutants(book: RuleBook, cases: readonly Case[], wanted = ''): MutantReport {
  const survivors: { rule: string; what: string }[] = [];
  let made = 0;
  for (const [index, rule] of book.rules.entries()) {
    if (!rule.id.includes(wanted)) continue;
    const named = new Set([rule.id, ...book.rules.filter((other) => names(other, rule.id)).map(({ id }) => id)]);
    const own = cases.filter((one) => one.rule === rule.id && (rule.kind !== 'gap' || one.code === rule.code));
    const others = cases.filter((one) => one.rule !== rule.id && named.has(one.rule));
    for (const { what, rule: changed } of mutantsOf(rule)) {
      made += 1;
      const compiled = compile({ ...book, rules: book.rules.with(index, changed) });
      if (![...own, ...others].some((one) => !runCase(one, compiled).passed))
        survivors.push({ rule: keyOf(rule), what });
    }
  }
  return { made, survivors };
}

const keyOf = (rule: Rule): string => (rule.kind === 'gap' ? `${rule.id}#${rule.code}` : rule.id);

function conditionsOf(rule: Rule): readonly Condition[] {
  return [
    rule.when,
    ...('except' in rule && rule.except !== null ? [rule.except] : []),
    ...(rule.kind === 'duty' ? [rule.requires] : []),
  ];
}

const names = (rule: Rule, id: string): boolean => conditionsOf(rule).some((condition) => namesRule(condition, id));

function namesRule(condition: Condition, id: string): boolean {
  if (condition.kind === 'rule') return condition.rule === id;
  if (condition.kind === 'not') return namesRule(condition.of, id);
  return 'of' in condition && condition.of.some((part) => namesRule(part, id));
}

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

if (import.meta.filename === process.argv[1]) {
  const { loadRules } = await import('../test/support/rules.ts');
  const { compiled, cases } = loadRules('rules');
  const { made, survivors } = testMutants(compiled.book, cases, process.argv[2]);
  for (const { rule, what } of survivors) console.log(`${rule}: ${what}`);
  console.log(
    `${made} mutants, ${survivors.length} survive (${((100 * (made - survivors.length)) / made).toFixed(1)} % killed)`,
  );
}
