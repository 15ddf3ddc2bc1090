import { describe, expect, test } from 'vitest';
import { fails, failLevels } from '../../src/cli/gate.ts';
import { type Answers, check, checkOnly, done } from './support/act.ts';

const secret = { 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': 'yes' };
const motor = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'no', 'trike.built': 'no' };

/** The levels at which the gate fails. */
const failsAt = (changes: Answers, options?: Parameters<typeof check>[1]) => {
  const assessment = check(changes, options);
  return failLevels.filter((level) => fails(assessment, level));
};

describe('the gate', () => {
  test('passes what is ready at every level', () => {
    expect(failsAt({})).toEqual([]);
  });

  test.each([
    ['the start is unknown and everything else is done', { 'lifecycle.start': null }],
    ['a duty that begins later is not secured', { 'trike.has': '[helmet]', 'lifecycle.end': null }],
    ['only a policy is not followed', { 'trike.has': '[flag]', 'trike.ugly': 'no', 'measures.trim': 'no' }],
    ['a policy forbids it', { 'trike.has': '[flag]', 'trike.ugly': 'yes', 'measures.trim': done() }],
  ])('fails by default, and at no looser level, where %s', (_case, changes) => {
    expect(check(changes).verdict).toBe('clarify');
    expect(failsAt(changes)).toEqual(['clarify']);
  });

  test.each<[string, Answers]>([
    ['it is open whether the duty is satisfied', { 'measures.bell': null }],
    ['it is open whether the duty applies', { 'judgements.toy': null, 'measures.bell': 'no' }],
    ['it is open whether the duty applies and is satisfied', { 'judgements.toy': null, 'measures.bell': null }],
    ['it is open since when the duty applies', { 'trike.has': '[roof]', 'measures.trim': 'no' }],
    ['the start is unknown and the duty begins later', { 'trike.has': '[helmet]', 'lifecycle.start': null }],
    [
      'a chapter that is not modelled could apply',
      { ...motor, 'trike.fast': 'yes', 'measures.register': done(), 'measures.lock': done(), 'trike.built': null },
    ],
    ['the tier is open, and with it a duty', { 'bike.kind': 'cargo', 'bike.refuses': null, 'measures.register': 'no' }],
  ])('fails at not-ready too while a duty could make it so: %s', (_case, changes) => {
    expect(check(changes).verdict).toBe('clarify');
    expect(failsAt(changes)).toEqual(['clarify', 'not-ready']);
  });

  test('asks only for the duties that count at the stage', () => {
    const untrained = { 'measures.training': null };
    expect(failsAt(untrained)).toEqual([]);
    expect(failsAt(untrained, { for: 'operation' })).toEqual(['clarify', 'not-ready']);
    expect(failsAt({ ...untrained, 'lifecycle.stage': null })).toEqual(['clarify', 'not-ready']);
    // Unsecured at the tender, but due for the start only.
    expect(failsAt({ 'trike.has': '[roof]', 'measures.trim': 'no' }, { for: 'tender' })).toEqual(['clarify']);
  });

  test('fails at clarify and not-ready where a duty is unmet', () => {
    expect(failsAt({ 'measures.bell': 'no' })).toEqual(['clarify', 'not-ready']);
  });

  test.each<[string, Answers]>([
    ['is certain', { ...secret, 'judgements.rescue': 'no' }],
    ['holds unless an exception is recorded', secret],
    ['rests on a claim without record', { ...secret, 'judgements.rescue': 'yes' }],
    ['could hold', { ...secret, 'bike.secret': null }],
    ['could hold, as its set is unknown', { 'screening.uses': null, 'bike.kind': null, 'bike.refuses': null }],
    ['could hold, as the scope is unknown', { ...secret, 'judgements.rescue': 'no', 'judgements.toy': null }],
    ['begins during the use', { ...motor, 'trike.explodes': 'yes' }],
    ['begins during the use and could hold', { ...motor, 'trike.explodes': null }],
    ['begins later, and the start is unknown', { ...motor, 'trike.explodes': 'yes', 'lifecycle.start': null }],
    [
      'may begin during the use or after it',
      { 'trike.has': '[tent]', 'trike.converted': null, 'lifecycle.end': '2031-06-30' },
    ],
    ['bears no tier and could hold', { 'trike.has': '[horn]', 'trike.loud': null }],
  ])('fails at every level where a prohibition %s', (_case, changes) => {
    expect(failsAt(changes)).toEqual(['clarify', 'not-ready', 'stop']);
  });

  test('does not fail at stop for a ban that begins after the planned end', () => {
    expect(failsAt({ ...motor, 'trike.explodes': 'yes', 'lifecycle.end': '2030-12-31' })).not.toContain('stop');
  });

  test('fails at every level for a file that says nothing', () => {
    const assessment = checkOnly({});
    expect(failLevels.filter((level) => fails(assessment, level))).toEqual(['clarify', 'not-ready', 'stop']);
  });
});
