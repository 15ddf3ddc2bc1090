import { describe, expect, test } from 'vitest';
import type { Office } from '../../src/model/ids.ts';
import type { UseCase, Waiver } from '../../src/model/use-case.ts';
import { act, type Answers, assessed, check, done, findingOf, useCaseWith } from './support/act.ts';

interface Terms {
  readonly finding?: string;
  readonly on?: string;
  readonly expires?: string;
}

const waiver = ({ finding = 'art-5-1', on = '2030-07-01', expires = '2031-06-30' }: Terms = {}): string =>
  `[{ finding: bike-act.${finding}, reason: late, measures: shouting, approved-by: { name: Kim, role: head-of-unit }, approved-on: ${on}, expires: ${expires} }]`;

const waived = (changes: Answers, terms?: Terms) => check(changes, { waivers: waiver(terms) });
const belless = { 'measures.bell': 'no' };

describe('a waiver', () => {
  test('lets an unmet duty be, and stays visible', () => {
    const assessment = waived(belless);
    expect(findingOf(assessment, 'art-5-1')).toMatchObject({
      state: 'waived',
      doubt: null,
      weight: null,
      waiver: { reason: 'late', expires: '2031-06-30' },
    });
    expect(assessment).toMatchObject({ verdict: 'ready', waived: 1 });
  });

  test('counts only over what is unmet', () => {
    expect(findingOf(waived({ 'measures.bell': null }), 'art-5-1').state).toBe('open');
    expect(findingOf(waived({ 'measures.bell': done() }), 'art-5-1').state).toBe('met');
    expect(waived({ 'measures.bell': null })).toMatchObject({ verdict: 'clarify', waived: 0 });
  });

  test('does not count over what lies ahead: that has to be secured', () => {
    const helmets = { 'trike.has': '[helmet]', 'measures.helmets': 'no', 'lifecycle.end': null };
    const assessment = waived(helmets, { finding: 'art-5-7', expires: '2040-01-01' });
    expect(findingOf(assessment, 'art-5-7').state).toBe('upcoming');
    expect(assessment.verdict).toBe('clarify');
  });

  test('does not bring back a duty that does not apply', () => {
    const assessment = waived({
      'screening.uses': '[tracks-riders]',
      'bike.secret': 'no',
      'bike.kind': null,
      'bike.refuses': null,
      ...belless,
    });
    expect(findingOf(assessment, 'art-5-1').state).toBe('not-applicable');
  });

  test('no longer counts when it has expired by the as-of day', () => {
    const running = { ...belless, 'lifecycle.start': '2030-07-15' };
    const assessment = waived(running, { on: '2030-07-01', expires: '2030-07-31' });
    expect(findingOf(assessment, 'art-5-1').state).toBe('unmet');
    expect(assessment).toMatchObject({ verdict: 'not-ready', waived: 0 });
  });

  test('does not count when it ends before the use begins', () => {
    expect(findingOf(waived(belless, { expires: '2030-08-31' }), 'art-5-1').state).toBe('unmet');
    expect(findingOf(waived(belless, { expires: '2030-09-02' }), 'art-5-1').state).toBe('waived');
  });

  test('counts only once it is approved', () => {
    expect(findingOf(waived(belless, { on: '2030-08-01' }), 'art-5-1').state).toBe('waived');
    expect(findingOf(waived(belless, { on: '2030-08-02' }), 'art-5-1').state).toBe('unmet');
  });

  test('that has expired gives way to a newer one for the same duty', () => {
    const both = `[${[waiver({ on: '2030-01-01', expires: '2030-06-30' }), waiver()].map((list) => list.slice(1, -1)).join(', ')}]`;
    expect(findingOf(check(belless, { waivers: both }), 'art-5-1')).toMatchObject({
      state: 'waived',
      waiver: { expires: '2031-06-30' },
    });
  });

  test('that does not count is still told, so that the report can say why', () => {
    expect(findingOf(waived(belless, { expires: '2030-08-31' }), 'art-5-1').waiver).toMatchObject({
      expires: '2030-08-31',
    });
  });
});

const rule = (id: string) => act.book.rules.find((one) => one.id === `bike-act.${id}`)?.id ?? expect.fail(id);

const withWaiver = (changes: Answers, change: Partial<Waiver>): UseCase => {
  const useCase = useCaseWith(changes, { waivers: waiver() });
  return { ...useCase, waivers: useCase.waivers.map((one) => ({ ...one, ...change })) };
};

describe('even where the reader let it through, a waiver has no effect', () => {
  test('by a role that may not approve it', () => {
    const useCase = withWaiver(belless, { approvedBy: { name: 'Kim', role: 'project-lead' as Office } });
    expect(findingOf(assessed(useCase), 'art-5-1').state).toBe('unmet');
  });

  test('over a rule that is not waivable', () => {
    const useCase = withWaiver({ 'measures.training': 'no' }, { finding: rule('art-5-2') });
    const assessment = assessed(useCase, { for: 'operation' });
    expect(findingOf(assessment, 'art-5-2').state).toBe('unmet');
    expect(assessment.verdict).toBe('not-ready');
  });

  test('over a prohibition', () => {
    const secret = { 'screening.uses': '[tracks-riders]', 'bike.secret': 'yes', 'judgements.rescue': 'no' };
    const useCase = withWaiver({ ...secret, 'bike.kind': null, 'bike.refuses': null }, { finding: rule('art-4-1') });
    expect(findingOf(assessed(useCase), 'art-4-1').state).toBe('unmet');
    expect(assessed(useCase).verdict).toBe('stop');
  });
});
