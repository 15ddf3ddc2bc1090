import { describe, expect, test } from 'vitest';
import { requiredClauses } from '../../src/assess/clauses.ts';
import { act, type Answers, today, useCaseWith } from './support/act.ts';

const motor = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'no', 'trike.built': 'no' };

/** Each clause by its own id, with how sure it is that it is needed. */
const needs = (changes: Answers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    requiredClauses(useCaseWith(changes), act, today).map(({ rule, need }) => [String(rule.clause), need]),
  );

const demandsOf = (changes: Answers) =>
  Object.fromEntries(
    requiredClauses(useCaseWith({ ...motor, ...changes }), act, today).map(({ rule, demands }) => [
      String(rule.clause),
      demands,
    ]),
  );

describe('the clauses that a tender needs', () => {
  test('are those whose conditions hold, also where the pack is not chosen', () => {
    expect(needs({})).toEqual({ 'K-BIKE-05-01': 'certain' });
    expect(needs(motor)).toMatchObject({ 'K-BIKE-03-01': 'certain' });
  });

  test('are conditional where an answer is open, and name the question', () => {
    const found = requiredClauses(useCaseWith({ 'bike.refuses': null }), act, today);
    const brakes = found.find(({ need }) => need === 'conditional');
    expect(brakes).toMatchObject({
      rule: { clause: 'K-BIKE-05-02', place: 'contract' },
      asks: ['bike.refuses'],
      open: [{ kind: 'yes', fact: 'bike.refuses' }],
    });
  });

  test('are conditional while the tier that they hang on is open', () => {
    expect(needs({ 'screening.uses': null, 'bike.kind': null, 'bike.refuses': null })).toMatchObject({
      'K-BIKE-05-01': 'conditional',
    });
  });

  test('leave out what is owed only after the planned end, and keep it where no end is planned', () => {
    const helmet = { 'trike.has': '[helmet]' };
    expect(needs({ ...helmet, 'lifecycle.end': '2031-12-31' })).not.toHaveProperty('K-BIKE-05-03');
    for (const end of ['2032-01-01', null])
      expect(needs({ ...helmet, 'lifecycle.end': end })).toMatchObject({ 'K-BIKE-05-03': 'certain' });
  });

  test('are conditional where one of several possible days lies before the end, and ask what decides the day', () => {
    const found = requiredClauses(useCaseWith({ 'bike.on-market-since': '2028-05-01' }), act, today);
    expect(found).toMatchObject([
      {
        rule: { clause: 'K-BIKE-05-01' },
        need: 'conditional',
        open: [],
        asks: ['bike.unchanged'],
        from: { earliest: '2030-07-01', latest: '2033-01-01' },
      },
    ]);
  });

  test('name what they demand of the supplier as a statement and nobody has answered', () => {
    expect(demandsOf({ 'trike.fast': null })).toMatchObject({ 'K-BIKE-03-01': ['trike.fast'], 'K-BIKE-04-02': [] });
    expect(demandsOf({ 'trike.explodes': 'unknown' })).toMatchObject({ 'K-BIKE-04-02': ['trike.explodes'] });
  });

  test('do not depend on what stands in the documents', () => {
    const useCase = useCaseWith(motor);
    const read = { ...useCase, tender: { state: 'read', clauses: new Map() } } as const;
    expect(requiredClauses(read, act, today)).toEqual(requiredClauses(useCase, act, today));
  });
});
