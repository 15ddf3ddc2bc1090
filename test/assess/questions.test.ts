import { describe, expect, test } from 'vitest';
import { contradictions } from '../../src/assess/contradictions.ts';
import {
  act,
  type Answers,
  askedFacts,
  check,
  checkOnly,
  claim,
  done,
  questionOn,
  today,
  useCaseWith,
} from './support/act.ts';

const motor = { 'trike.has': '[motor]', 'trike.explodes': 'no', 'trike.fast': 'no', 'trike.built': 'no' };
const tracked = { 'screening.uses': '[rents-bikes, tracks-riders]' };

describe('which questions are open', () => {
  test('none where all is answered', () => {
    expect(check().questions).toEqual([]);
  });

  test('none about what is met or denied anyway', () => {
    expect(askedFacts(check({ 'bike.on-market-since': null, 'trike.converted': null }))).toEqual([]);
  });

  test('of an unknown set only the set, not its details', () => {
    const facts = askedFacts(checkOnly({}));
    expect(facts).toContain('screening.uses');
    expect(facts).toContain('trike.has');
    for (const detail of ['bike.kind', 'bike.refuses', 'bike.secret', 'trike.explodes', 'judgements.rescue'])
      expect(facts).not.toContain(detail);
  });

  test('the details of a member once it is chosen, or once the file is unsure of it', () => {
    expect(askedFacts(check(tracked))).toEqual(['bike.secret']);
    expect(askedFacts(check({ 'screening.uses': '[rents-bikes, tracks-riders?]' }))).toEqual(['bike.secret']);
  });

  test('an exception once the rest of the prohibition holds', () => {
    expect(askedFacts(check({ ...tracked, 'bike.secret': 'yes' }))).toEqual(['judgements.rescue']);
  });

  test('the start and the stage while they are unknown, as the verdict rests on them', () => {
    for (const text of [null, 'unknown']) {
      expect(questionOn(check({ 'lifecycle.start': text }), 'lifecycle.start').settles.verdict).toBe(true);
      expect(questionOn(check({ 'lifecycle.stage': text }), 'lifecycle.stage').settles.verdict).toBe(true);
    }
  });

  test('each only once', () => {
    const facts = askedFacts(checkOnly({}));
    expect(facts).toEqual([...new Set(facts)]);
  });
});

describe('what a question settles', () => {
  test('the tier, where it is among what decides it', () => {
    expect(questionOn(check({ ...motor, 'trike.fast': null }), 'trike.fast').settles.tier).toBe(true);
    expect(questionOn(check({ 'measures.bell': null }), 'measures.bell').settles.tier).toBe(false);
  });

  test('the verdict, where a finding that asks it counts', () => {
    expect(questionOn(check({ 'measures.bell': null }), 'measures.bell').settles.verdict).toBe(true);
    expect(questionOn(check({ 'measures.training': null }), 'measures.training').settles.verdict).toBe(false);
    expect(
      questionOn(check({ 'measures.training': null }, { for: 'operation' }), 'measures.training').settles.verdict,
    ).toBe(true);
  });

  test('the findings that ask it, by number and name', () => {
    const assessment = check({
      'trike.has': '[flag, stickers, roof]',
      'trike.ugly': 'no',
      'trike.converted': 'yes',
      'measures.trim': null,
    });
    const question = questionOn(assessment, 'measures.trim');
    expect(question.settles.findings).toBe(3);
    expect(new Set(question.bearsOn)).toEqual(new Set(['bike-act.art-5-5', 'bike-act.art-5-6', 'bike-act.art-6-1']));
  });

  test('a set that is unknown gathers what hangs on its members', () => {
    const question = questionOn(check({ 'trike.has': null }), 'trike.has');
    expect(question.settles.tier).toBe(true);
    expect(question.bearsOn).toEqual(
      expect.arrayContaining(['bike-act.art-4-2', 'bike-act.art-4-3', 'bike-act.art-5-3', 'bike-act.art-5-9']),
    );
  });
});

describe('the order of the questions', () => {
  const assessment = check({
    'lifecycle.stage': 'award',
    'bike.brakes-tested': null, // due later
    'measures.bell': null, // counts
    'bike.kind': 'cargo',
    'bike.refuses': null, // decides the tier
    'screening.uses': '[rents-bikes, tracks-riders]',
    'bike.secret': null, // decides the tier, worse
  });

  test('is: what decides the tier, the worst first, then what decides the verdict, then the rest', () => {
    const facts = askedFacts(assessment);
    expect(facts.filter((fact) => fact !== 'measures.register')).toEqual([
      'bike.secret',
      'bike.refuses',
      'measures.bell',
      'bike.brakes-tested',
    ]);
  });

  test('is the order of the catalogue where nothing else tells them apart', () => {
    const parts = { 'trike.has': '[roof, helmet]', 'trike.converted': 'yes', 'lifecycle.end': null };
    const facts = askedFacts(check({ ...parts, 'measures.bell': null }));
    const places = facts.map((fact) => act.book.facts.findIndex(({ id }) => id === fact));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(facts.length).toBeGreaterThan(1);
  });

  test('does not depend on the order of the file', () => {
    const forwards = {
      'measures.bell': null,
      'bike.refuses': null,
      'bike.kind': 'cargo',
      'trike.has': '[roof, motor]',
    };
    const backwards = Object.fromEntries(Object.entries(forwards).toReversed());
    expect(askedFacts(check(forwards))).toEqual(askedFacts(check(backwards)));
  });
});

const whyOf = (text: string | null) => questionOn(check({ 'measures.bell': text }), 'measures.bell').why;

describe('what a question says', () => {
  test('whom to ask, as the catalogue has it', () => {
    expect(questionOn(check({ ...motor, 'trike.fast': null }), 'trike.fast').askOf).toEqual(['supplier']);
  });

  test('why it is open', () => {
    expect(whyOf(null)).toBe('silent');
    expect(whyOf('unknown')).toBe('said-so');
    expect(whyOf('yes')).toBe('unrecorded');
    expect(whyOf(done('2030-08-02'))).toBe('too-early');
  });

  test('where the answer stands that does not settle it', () => {
    const useCase = useCaseWith({ 'measures.bell': 'unknown' });
    const [given] = [...useCase.answers].filter(([fact]) => fact === 'measures.bell').map(([, answer]) => answer);
    expect(questionOn(check({ 'measures.bell': 'unknown' }), 'measures.bell').position).toEqual(given?.at);
    expect(questionOn(check({ 'measures.bell': null }), 'measures.bell').position).toBeNull();
  });
});

const denied = (changes: Answers) => check(changes).denials.map(({ fact, options }) => ({ fact, options }));

describe('what the closed screening sets denied', () => {
  test('is repeated: all but what was chosen or is unsure', () => {
    expect(denied({})).toEqual([{ fact: 'screening.uses', options: ['tracks-riders', 'motors'] }]);
    expect(denied({ 'screening.uses': '[rents-bikes, tracks-riders?]' })).toEqual([
      { fact: 'screening.uses', options: ['motors'] },
    ]);
  });

  test('is everything where the confirmed set is empty', () => {
    const empty = {
      'screening.uses': '[]',
      'screening.confirmed': '{ by: Amt, on: 2030-07-01 }',
      'bike.kind': null,
      'bike.refuses': null,
    };
    expect(denied(empty)).toEqual([{ fact: 'screening.uses', options: ['rents-bikes', 'tracks-riders', 'motors'] }]);
  });

  test('is nothing where the set is unknown or its emptiness unconfirmed', () => {
    expect(denied({ 'screening.uses': 'unknown', 'bike.kind': null, 'bike.refuses': null })).toEqual([]);
    expect(denied({ 'screening.uses': '[]', 'bike.kind': null, 'bike.refuses': null })).toEqual([]);
    expect(denied({ 'screening.uses': null, 'bike.kind': null, 'bike.refuses': null })).toEqual([]);
  });

  test('says where the set stands', () => {
    const useCase = useCaseWith();
    const [set] = [...useCase.answers].filter(([fact]) => fact === 'screening.uses').map(([, given]) => given);
    expect(check().denials[0]?.at).toEqual(set?.at);
  });
});

describe('judgements that are relied upon', () => {
  test('are told with reason, role and day', () => {
    expect(check({ 'judgements.toy': claim() }).judgements).toMatchObject([
      { fact: 'judgements.toy', truth: 'true', why: null, reason: 'seen', role: 'legal-office', on: '2030-05-01' },
    ]);
  });

  test('are told as well where the record does not count, with what is wrong with it', () => {
    expect(check({ 'judgements.toy': claim({ evidence: null }) }).judgements).toMatchObject([
      { truth: 'unknown', why: 'unrecorded' },
    ]);
    expect(check({ 'judgements.toy': claim({ role: 'project-lead' }) }).judgements).toMatchObject([
      { truth: 'unknown', why: 'not-entitled', role: 'project-lead' },
    ]);
  });

  test('are none where nobody claims anything', () => {
    expect(check({ 'judgements.toy': 'no' }).judgements).toEqual([]);
    expect(check({ 'judgements.toy': null }).judgements).toEqual([]);
  });
});

const denies = (fact: string) => [{ code: 'contradicts-set', params: { fact, closedBy: ['screening.uses'] } }];

const found = (changes: Answers) =>
  contradictions(useCaseWith(changes), act, today).map(({ code, params }) => ({ code, params }));

describe('answers that contradict each other', () => {
  const noBikes = { 'screening.uses': '[tracks-riders]', 'bike.kind': null, 'bike.refuses': null, 'bike.secret': 'no' };

  test('a complete file has none', () => {
    expect(found({})).toEqual([]);
  });

  test.each(['yes', 'unknown'])('a detail answered %s behind a set that denies it', (text) => {
    expect(found({ ...noBikes, 'bike.refuses': text })).toEqual(denies('bike.refuses'));
  });

  test('a choice made behind a set that denies it', () => {
    expect(found({ ...noBikes, 'bike.kind': 'cargo' })).toEqual(denies('bike.kind'));
  });

  test('a set with members behind a set that denies it, but not an empty one', () => {
    const extras = { code: 'contradicts-set', params: { fact: 'trike.extras', closedBy: ['trike.has'] } };
    expect(found({ 'trike.extras': '[radio]' })).toEqual([extras]);
    expect(found({ 'trike.extras': '[]' })).toEqual([]);
  });

  test('a claim behind a detail that is denied, but not that nobody claims it', () => {
    const rescue = { code: 'contradicts-set', params: { fact: 'judgements.rescue', closedBy: ['bike.secret'] } };
    expect(found({ 'judgements.rescue': claim() })).toEqual([rescue]);
    expect(found({ 'judgements.rescue': 'no' })).toEqual([]);
  });

  test('a no, and a measure beyond what is asked, contradict nothing', () => {
    expect(found({ ...noBikes, 'bike.refuses': 'no' })).toEqual([]);
    expect(found({ 'measures.lock': done() })).toEqual([]);
  });

  test('a detail is no contradiction while its set is unknown or unsure', () => {
    expect(found({ 'screening.uses': null })).toEqual([]);
    expect(found({ 'screening.uses': '[rents-bikes?]' })).toEqual([]);
    expect(found({ 'screening.uses': '[]', 'bike.refuses': 'yes' })).toEqual([]);
  });

  test('an empty set that somebody confirmed denies like any other', () => {
    const confirmed = {
      'screening.uses': '[]',
      'screening.confirmed': '{ by: Amt, on: 2030-07-01 }',
      'bike.kind': null,
    };
    expect(found({ ...confirmed, 'bike.refuses': 'yes' })).toEqual(denies('bike.refuses'));
  });

  test('an end before the start', () => {
    expect(found({ 'lifecycle.end': '2030-08-31' })).toEqual([
      { code: 'end-before-start', params: { end: '2030-08-31', start: '2030-09-01' } },
    ]);
    expect(found({ 'lifecycle.end': '2030-09-01' })).toEqual([]);
  });
});
