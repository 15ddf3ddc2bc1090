import { describe, expect, test } from 'vitest';
import { check, checkOnly, claim, classifiedAs, findingOf } from './support/act.ts';

const secret = { 'screening.uses': '[rents-bikes, tracks-riders]', 'bike.secret': 'yes', 'judgements.rescue': 'no' };
const outside = { 'judgements.toy': claim() };
const perhapsOutside = { 'judgements.toy': null };

describe('a use that a recorded judgement has put outside the act', () => {
  test('is out of scope, and nothing of the tier is left to decide', () => {
    const { tier } = check({ ...secret, ...outside });
    expect(tier).toMatchObject({ lowest: 'out-of-scope', highest: 'out-of-scope', decisive: [] });
  });

  test('still shows what it hits: a hit has no scope', () => {
    expect(classifiedAs(check({ ...secret, ...outside }), 'art-4-1').truth).toBe('true');
  });

  test('has no prohibition and no duty of a tier', () => {
    const assessment = check({ ...secret, ...outside, 'measures.bell': 'no' });
    expect(findingOf(assessment, 'art-4-1').state).toBe('not-applicable');
    expect(findingOf(assessment, 'art-5-1').state).toBe('not-applicable');
    expect(assessment.verdict).toBe('ready');
  });
});

describe('while it is open whether a use is in scope', () => {
  test('only the lowest end of the tier falls', () => {
    expect(check(perhapsOutside).tier).toMatchObject({ lowest: 'out-of-scope', highest: 'transparency' });
    expect(check({ ...secret, ...perhapsOutside }).tier).toMatchObject({
      lowest: 'out-of-scope',
      highest: 'prohibited',
    });
  });

  test('a prohibition is possible and a duty of a tier is open, and both ask for the scope', () => {
    const assessment = check({ ...secret, ...perhapsOutside, 'measures.bell': 'no' });
    expect(findingOf(assessment, 'art-4-1')).toMatchObject({
      state: 'open',
      doubt: 'applies',
      asks: ['judgements.toy'],
    });
    expect(findingOf(assessment, 'art-5-1')).toMatchObject({
      state: 'open',
      doubt: 'applies',
      asks: ['judgements.toy'],
    });
    expect(assessment.possibleProhibition).toBe(true);
  });

  test('the scope is among what decides the tier', () => {
    expect(check(perhapsOutside).tier.decisive).toEqual([['judgements.toy']]);
  });

  test('a claim without its record is not enough to leave the act', () => {
    const { tier } = check({ ...secret, 'judgements.toy': claim({ evidence: null }) });
    expect(tier).toMatchObject({ lowest: 'out-of-scope', highest: 'prohibited' });
  });
});

test('a file that says nothing can be anything from out of scope to prohibited', () => {
  expect(checkOnly({}).tier).toMatchObject({ lowest: 'out-of-scope', highest: 'prohibited' });
});

const truthsOf = (changes: Parameters<typeof check>[0], profile?: Record<string, string>) =>
  Object.fromEntries(
    check(changes, profile === undefined ? {} : { profile }).roles.map(({ role, truth }) => [role, truth]),
  );

describe('roles', () => {
  test('a body can have several at once', () => {
    expect(truthsOf({ 'trike.has': '[motor]', 'trike.built': 'yes' })).toEqual({ lender: 'true', maker: 'true' });
  });

  test('a role comes from any of its rules, and is denied only when all are', () => {
    const bought = { 'trike.has': '[motor]', 'trike.built': 'no' };
    expect(truthsOf(bought, { 'organisation.workshop': 'yes' })['maker']).toBe('true');
    expect(truthsOf(bought, { 'organisation.workshop': 'no' })['maker']).toBe('false');
    expect(truthsOf(bought, { 'organisation.kind': 'town' })['maker']).toBe('unknown');
  });

  test('decide who owes a duty, and leave the tier as it is', () => {
    const motor = {
      'trike.has': '[motor]',
      'trike.explodes': 'no',
      'trike.fast': 'yes',
      'judgements.test-track': 'no',
    };
    const built = check({ ...motor, 'trike.built': 'yes' });
    const bought = check({ ...motor, 'trike.built': 'no' });
    expect(built.tier).toEqual(bought.tier);
    expect(findingOf(built, 'art-5-3').owedBy).toBe('us');
    expect(findingOf(bought, 'art-5-3').owedBy).toBe('other');
    expect(findingOf(check({ ...motor, 'trike.built': null }), 'art-5-3').owedBy).toBe('unclear');
  });

  test('with each of them come its duties', () => {
    const both = check({
      'trike.has': '[motor]',
      'trike.built': 'yes',
      'trike.explodes': 'no',
      'trike.fast': 'no',
      'measures.lock': 'no',
      'measures.bell': 'no',
    });
    expect(findingOf(both, 'art-5-1')).toMatchObject({ state: 'unmet', owedBy: 'us' });
    expect(findingOf(both, 'art-5-3')).toMatchObject({ state: 'unmet', owedBy: 'us' });
  });
});
