import { describe, expect, it } from 'vitest';
import { assess } from '../src/assess/assess.ts';
import type { CompiledBook } from '../src/assess/compile.ts';
import { contradictions } from '../src/assess/contradictions.ts';
import { createGround } from '../src/assess/ground.ts';
import { fails, failLevels } from '../src/cli/gate.ts';
import type { Assessment, Finding } from '../src/model/assessment.ts';
import { type IsoDate, parseIsoDate } from '../src/model/date.ts';
import type { FactId, RuleId } from '../src/model/ids.ts';
import { lifecycle } from '../src/model/lifecycle.ts';
import { checkStages } from '../src/model/stage.ts';
import { compareTiers } from '../src/model/tier.ts';
import type { Truth } from '../src/model/truth.ts';
import type { Given, UseCase } from '../src/model/use-case.ts';
import { fixtures } from './support/fixtures.ts';
import { hidings } from './support/hide.ts';
import { loadRules } from './support/rules.ts';

const { compiled, cases } = loadRules('rules');

const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(text);
/** Before the Omnibus, today, after the December bans, after the high-risk dates, and the last transition. */
const days = ['2026-07-01', '2026-11-24', '2027-03-01', '2028-09-01', '2031-01-01'].map(day);

interface Start {
  readonly name: string;
  readonly useCase: UseCase;
  readonly asOf: IsoDate;
}

/** Every case and fixture; each on its own day, and in turn on another, with a planned start, and without. */
const starts: readonly Start[] = [
  ...cases.map(({ name, useCase, asOf }) => ({ name, useCase, asOf })),
  ...fixtures(compiled).map(({ useCase, asOf }) => ({ name: useCase.id, useCase, asOf })),
]
  .flatMap((start, index) => [
    start,
    varied(start, index),
    ...(index % 4 === 0 ? [planned(start)] : []),
    ...(index % 6 === 0 ? [tendered(start, index)] : []),
  ])
  .filter(({ useCase, asOf }) => contradictions(useCase, compiled, asOf).length === 0);

function varied(start: Start, index: number): Start {
  const asOf = days[index % days.length] ?? start.asOf;
  const given: Given = {
    type: 'date',
    value: asOf,
    until: asOf,
    at: { file: '', line: 1, column: 1 },
    note: null,
    source: null,
  };
  const answers = new Map(start.useCase.answers);
  return index % 3 === 0
    ? { ...start, asOf }
    : {
        ...start,
        asOf: day('2026-11-24'),
        useCase: { ...start.useCase, answers: answers.set(lifecycle.start, given) },
      };
}

/** Nothing is done yet, and everything is planned: plans secure what begins later. */
function planned(start: Start): Start {
  const plan = { by: 'office', on: day('2026-12-15') };
  const answers = [...start.useCase.answers].map(([fact, given]): [FactId, Given] => [
    fact,
    given.type === 'measure' ? { ...given, done: false, planned: plan, evidence: [] } : given,
  ]);
  return { ...start, useCase: { ...start.useCase, answers: new Map(answers) } };
}

/** The tender documents were read, and some of the clauses stand in them. */
function tendered(start: Start, index: number): Start {
  const at = { file: 'vertrag.docx', line: 1, column: 1 };
  const clauses = compiled.book.rules.flatMap((rule) => (rule.kind === 'clause' ? [rule.clause] : []));
  const found = clauses.filter((_, place) => (place + index) % 3 > 0).map((clause) => [clause, at] as const);
  const tender = { state: 'read', clauses: new Map(found) } as const;
  return { ...start, useCase: { ...start.useCase, tender, packs: compiled.optional } };
}

/** The same numbers in every run, so that a failure can be looked at again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** The start with some of what it tells taken away: one thing, a few, or about half. */
function* lessTold({ useCase }: Start, seed: number): Generator<UseCase> {
  const all = hidings(useCase);
  const random = randomNumbers(seed);
  for (const share of [1 / Math.max(1, all.length), 0.2, 0.5]) {
    const chosen = all.filter(() => random() < share);
    yield chosen.reduce((current, hide) => hide(current), useCase);
  }
}

const truths = (useCase: UseCase, book: CompiledBook, asOf: IsoDate): Map<RuleId, Truth> => {
  const ground = createGround(book, useCase, asOf);
  return new Map([...book.rules.keys()].map((id) => [id, ground.rule(id)]));
};

/** Met and not applicable are one class; a waiver only covers what is unmet. */
function settledClass(finding: Finding): string {
  switch (finding.state) {
    case 'met':
    case 'not-applicable':
      return 'no obstacle';
    case 'unmet':
    case 'waived':
      return 'obstacle';
    case 'upcoming':
      return finding.doubt === null ? 'obstacle later' : 'unknown';
    case 'open':
      return 'unknown';
  }
}

/** What hiding made of an assessment that it must not: in words, so that a failure says what happened. */
function violations(before: Assessment, after: Assessment): readonly string[] {
  return [
    ...before.findings.flatMap((finding, index) => {
      const then = settledClass(finding);
      const other = after.findings[index];
      const now = other === undefined ? 'gone' : settledClass(other);
      return now === then || now === 'unknown' || then === 'unknown'
        ? then === 'unknown' && now !== 'unknown'
          ? [`${finding.rule} ${finding.code}: ${then} became ${now}`]
          : []
        : [`${finding.rule} ${finding.code}: ${then} became ${now}`];
    }),
    ...(compareTiers(after.tier.lowest, before.tier.lowest) > 0 ? ['lowest tier rose'] : []),
    ...(compareTiers(after.tier.highest, before.tier.highest) < 0 ? ['highest tier fell'] : []),
    ...(before.verdict !== 'ready' && after.verdict === 'ready' ? ['became ready'] : []),
    ...failLevels
      .filter((level) => fails(before, level) && !fails(after, level))
      .map((level) => `gate at ${level} passed`),
  ];
}

describe('hiding what a file tells', () => {
  it('never flips a rule, narrows the tier, makes a use ready or lets a failing gate pass', () => {
    const found: string[] = [];
    const settled = new Map<RuleId, Set<Truth>>();
    for (const [index, start] of starts.entries()) {
      const stage = [null, ...checkStages][index % 5] ?? null;
      const truthsBefore = truths(start.useCase, compiled, start.asOf);
      for (const [id, truth] of truthsBefore) {
        if (!settled.has(id)) settled.set(id, new Set());
        settled.get(id)?.add(truth);
      }
      const before = assess(start.useCase, compiled, start.asOf, stage);
      for (const less of lessTold(start, index)) {
        const truthsAfter = truths(less, compiled, start.asOf);
        for (const [id, truth] of truthsBefore) {
          const now = truthsAfter.get(id);
          if (now !== truth && now !== 'unknown') found.push(`${start.name}: ${id} was ${truth}, became ${now}`);
        }
        const after = assess(less, compiled, start.asOf, stage);
        found.push(...violations(before, after).map((text) => `${start.name}: ${text}`));
      }
    }
    expect([...new Set(found)].slice(0, 20)).toEqual([]);
    const onesided = [...settled].filter(([, seen]) => !seen.has('true') || !seen.has('false'));
    expect(onesided.map(([id]) => id)).toEqual([]);
  }, 900_000);
});
