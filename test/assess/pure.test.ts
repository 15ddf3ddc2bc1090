import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { checkStages } from '../../src/model/stage.ts';
import { act, type Answers, assessed, useCaseOf, useCaseWith } from './support/act.ts';

const examples: readonly (readonly [string, Answers])[] = [
  ['complete', {}],
  ['prohibited', { 'screening.uses': '[tracks-riders, rents-bikes]', 'bike.secret': 'yes', 'judgements.rescue': 'no' }],
  ['open', { 'screening.uses': '[rents-bikes?]', 'lifecycle.start': null, 'trike.has': null, 'measures.bell': 'no' }],
  [
    'demanded',
    { 'lifecycle.stage': 'idea', 'trike.has': '[motor]', 'procurement.clauses': '[K-BIKE-03-01, K-BIKE-05-02]' },
  ],
];

/** With all that is found only when it is asked for. */
const withProofs = (assessment: Assessment) => ({
  ...assessment,
  findings: assessment.findings.map((finding) => ({ ...finding, position: finding.position() })),
  prove: assessment.prove(),
  records: assessment.records(),
});

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (value instanceof Map) for (const [key, entry] of value) freeze([key, entry]);
  else if (value instanceof Set) for (const entry of value) freeze(entry);
  else for (const entry of Object.values(value)) freeze(entry);
  return value;
}

describe('an assessment is a plain value made from its arguments alone', () => {
  test.each(examples)('%s: twice the same', (_name, changes) => {
    const useCase = useCaseWith(changes);
    expect(withProofs(assessed(useCase))).toEqual(withProofs(assessed(useCase)));
    expect(JSON.stringify(withProofs(assessed(useCase)))).toBe(JSON.stringify(withProofs(assessed(useCase))));
  });

  test.each(examples)('%s: a use case assessed in between leaves no trace', (_name, changes) => {
    const useCase = useCaseWith(changes);
    const before = withProofs(assessed(useCase));
    for (const [, others] of examples) for (const stage of checkStages) assessed(useCaseWith(others), { for: stage });
    assessed(useCaseOf({}), { asOf: '2029-01-15' });
    expect(withProofs(assessed(useCase))).toEqual(before);
  });

  test.each(examples)('%s: proofs made late are the same as proofs made at once', (_name, changes) => {
    const useCase = useCaseWith(changes);
    const late = assessed(useCase);
    const atOnce = assessed(useCase).prove();
    assessed(useCaseOf({}));
    expect(late.prove()).toEqual(atOnce);
  });

  test.each(examples)('%s: the answers and the rules are not changed', (_name, changes) => {
    const useCase = useCaseWith(changes);
    const [useCaseBefore, rulesBefore] = [structuredClone(useCase), structuredClone(act)];
    freeze(useCase);
    freeze(act);
    withProofs(assessed(useCase));
    // Freezing does not hold maps and sets.
    expect(useCase).toEqual(useCaseBefore);
    expect(act).toEqual(rulesBefore);
  });

  test.each(examples)('%s: JSON loses nothing of it', (_name, changes) => {
    const whole = withProofs(assessed(useCaseWith(changes)));
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  test('the result may be frozen and still be explained', () => {
    const assessment = freeze(assessed(useCaseWith()));
    expect(assessment.prove().length).toBe(act.book.rules.length);
  });
});

const placeless = (answers: Answers) =>
  JSON.parse(
    JSON.stringify(withProofs(assessed(useCaseOf(answers))), (key, value: unknown) =>
      key === 'at' && typeof value === 'object' ? null : key === 'position' ? null : value,
    ),
  ) as unknown;

test('the order in which a file answers changes nothing but positions', () => {
  const answers = {
    'screening.uses': '[tracks-riders, rents-bikes]',
    'bike.secret': 'yes',
    'bike.kind': 'cargo',
    'lifecycle.start': '2030-09-01',
    'measures.bell': 'no',
  };
  expect(placeless(Object.fromEntries(Object.entries(answers).toReversed()))).toEqual(placeless(answers));
});
