import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictions } from '../../src/assess/contradictions.ts';
import { fails, failLevels } from '../../src/cli/gate.ts';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import type { IsoDate } from '../../src/model/date.ts';
import { checkStages } from '../../src/model/stage.ts';
import type { Position } from '../../src/model/position.ts';
import { compareTiers } from '../../src/model/tier.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { hidings } from '../support/hide.ts';
import { act, type Answers, assessed, claim, day, done, planned, useCaseWith } from './support/act.ts';

// Like logic.test.ts, but from random answers about the made-up act: combinations that no case and no fixture has.

const plan = '{ done: no, planned: { by: Amt, on: 2030-12-01 } }';
const measure = ['no', done(), done('2030-08-02'), planned('2030-12-01'), planned('2031-12-01'), plan] as const;
const judgement = ['no', claim(), claim({ evidence: null }), claim({ role: 'supplier' })] as const;
const yesNo = ['yes', 'no', 'unknown'] as const;
const dates = ['2028-05-01', '2030-08-01', '2030-12-15', '2031-06-01', '2033-06-01'] as const;
const inPeriod = '{ value: yes, confirmed-on: 2030-05-01 }';

const choices: Readonly<Record<string, readonly string[]>> = {
  'lifecycle.stage': ['idea', 'tender', 'award', 'start', 'operation'],
  'lifecycle.start': dates,
  'lifecycle.end': dates,
  'organisation.brings': ['[]', '[bicycles]', '[bicycles?]'],
  'screening.uses': ['[rents-bikes]', '[rents-bikes, tracks-riders]', '[tracks-riders?]', '[motors]', '[]'],
  'screening.confirmed': ['{ by: Amt, on: 2030-07-01 }'],
  'bike.kind': ['city', 'cargo'],
  'bike.refuses': yesNo,
  'bike.secret': yesNo,
  'bike.brakes-tested': yesNo,
  'bike.on-market-since': ['2028-05-01', '2029-05-01', '2028', '2029-01'],
  'bike.unchanged': [inPeriod, 'yes', 'no'],
  'trike.has': [
    '[motor]',
    '[motor, box]',
    '[box, horn]',
    '[helmet, roof]',
    '[awning, lamp]',
    '[sidecar, seal, flag]',
    '[helmet?, motor?]',
    '[]',
  ],
  'trike.explodes': yesNo,
  'trike.fast': yesNo,
  'trike.built': yesNo,
  'trike.carries-children': yesNo,
  'trike.loud': yesNo,
  'trike.ugly': yesNo,
  'trike.converted': yesNo,
  'measures.bell': measure,
  'measures.training': measure,
  'measures.helmets': measure,
  'measures.trim': measure,
  'measures.lock': measure,
  'measures.register': measure,
  'judgements.toy': judgement,
  'judgements.rescue': judgement,
  'judgements.short-way': judgement,
  'judgements.test-track': judgement,
  'procurement.clauses': ['[K-BIKE-05-03]', '[K-BIKE-03-01, K-BIKE-04-02]', '[K-BIKE-05-02]', '[K-BIKE-05-01]'],
};

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    Object.entries(choices).map(([fact, texts]) => [
      fact,
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: fc.constant(null) }),
    ]),
  ),
);

const waiver =
  '[{ finding: bike-act.art-5-1, reason: late, measures: shouting, approved-by: { name: Kim, role: head-of-unit }, approved-on: 2030-07-01, expires: 2031-03-01 }]';

const start = fc.record({
  answers: anyAnswers,
  asOf: fc.constantFrom('2029-01-15', '2029-06-01', '2030-08-01', '2031-03-01', '2034-01-01'),
  stage: fc.constantFrom(null, ...checkStages),
  waived: fc.boolean(),
  read: fc.boolean(),
  catalogue: fc.constantFrom('2030-01', '2030-07'),
  kind: fc.constantFrom<Answers>(
    {},
    { 'organisation.kind': 'club' },
    { 'organisation.kind': 'town', 'organisation.workshop': 'no' },
  ),
});

/** Details that a set has denied are taken out, and an end before the start. */
function withoutContradictions(useCase: UseCase, asOf: IsoDate): UseCase {
  const wrong = new Set(contradictions(useCase, act, asOf).map(({ at }) => placeOf(at)));
  if (wrong.size === 0) return useCase;
  const answers = new Map([...useCase.answers].filter(([, given]) => !wrong.has(placeOf(given.at))));
  return withoutContradictions({ ...useCase, answers }, asOf);
}

const placeOf = ({ file, line }: Position): string => `${file}:${line}`;

/** Met and not applicable are one class; a waiver only covers what is unmet. */
function classOf({ state, doubt }: Finding): string {
  if (state === 'open' || (state === 'upcoming' && doubt !== null)) return 'unknown';
  if (state === 'upcoming') return 'obstacle later';
  return state === 'met' || state === 'not-applicable' ? 'no obstacle' : 'obstacle';
}

/** What became surer although less is told. */
function flips(before: Assessment, after: Assessment): readonly string[] {
  const now = new Map(after.findings.map((finding) => [`${finding.rule} ${finding.code}`, classOf(finding)]));
  const truths = new Map(after.prove().map(({ rule, truth }) => [rule, truth]));
  return [
    ...before.findings
      .filter((finding) => !['unknown', classOf(finding)].includes(now.get(nameOf(finding, now)) ?? 'gone'))
      .map((finding) => `${finding.rule}: ${classOf(finding)} became ${now.get(nameOf(finding, now))}`),
    ...before
      .prove()
      .filter(({ rule, truth }) => !['unknown', truth].includes(truths.get(rule) ?? 'gone'))
      .map(({ rule, truth }) => `${rule}: ${truth} became ${truths.get(rule)}`),
    ...(compareTiers(after.tier.lowest, before.tier.lowest) > 0 ? ['the lowest tier rose'] : []),
    ...(compareTiers(after.tier.highest, before.tier.highest) < 0 ? ['the highest tier fell'] : []),
    ...(before.verdict !== 'ready' && after.verdict === 'ready' ? ['it became ready'] : []),
    ...failLevels
      .filter((level) => fails(before, level) && !fails(after, level))
      .map((level) => `the gate at ${level} passed`),
  ];
}

/** A prohibition may become a "prohibited unless" of the same rule. */
const nameOf = ({ rule, code }: Finding, now: ReadonlyMap<string, string>): string =>
  [`${rule} ${code}`, `${rule} prohibited`, `${rule} prohibited-unless`].find((name) => now.has(name)) ?? rule;

test('whoever tells less gets nothing settled otherwise, no narrower tier, and no gate that opens', () => {
  fc.assert(
    fc.property(start, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (given, picks) => {
      const options = given.waived ? { waivers: waiver } : {};
      const told = withoutContradictions(
        useCaseWith(given.answers, { ...options, catalogue: given.catalogue, profile: given.kind }),
        day(given.asOf),
      );
      const tender = given.read ? ({ ...told.tender, state: 'read' } as const) : told.tender;
      const useCase = { ...told, tender, packs: act.optional };
      const check = (one: UseCase) =>
        assessed(one, given.stage === null ? { asOf: given.asOf } : { asOf: given.asOf, for: given.stage });
      const all = hidings(useCase);
      const less = picks.reduce((current, pick) => all[pick % all.length]?.(current) ?? current, useCase);
      expect(flips(check(useCase), check(less))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
