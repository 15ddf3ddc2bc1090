import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Notice } from '../../src/model/notice.ts';
import type { Tier } from '../../src/model/tier.ts';
import { assessed, check, day, done, useCaseWith } from './support/act.ts';

/** Kind and day of each. */
const told = ({ notices }: Assessment): readonly string[] =>
  notices.map(({ kind, on }) => (on === null ? kind : `${kind} ${on}`));

const only = (assessment: Assessment, kind: string): readonly Notice[] =>
  assessment.notices.filter((notice) => notice.kind.startsWith(kind));

const waiver = (expires: string, on = '2030-01-01'): string =>
  `{ finding: bike-act.art-5-1, reason: late, measures: shouting, approved-by: { name: Kim, role: head-of-unit }, approved-on: ${on}, expires: ${expires} }`;

const belless = { 'measures.bell': 'no', 'lifecycle.start': '2030-07-15' };
const withWaivers = (...waivers: readonly string[]) =>
  check(belless, { waivers: `[${waivers.join(', ')}]`, asOf: '2030-08-01' });

const over = (bell: string | null) =>
  only(check({ ...belless, 'measures.bell': bell }, { waivers: `[${waiver('2031-01-01')}]` }), 'waiver');

describe('a waiver', () => {
  test('that has expired is a finding, and counts as absent', () => {
    const assessment = withWaivers(waiver('2030-07-31'));
    expect(only(assessment, 'waiver')).toMatchObject([
      { kind: 'waiver-expired', severity: 'advice', on: '2030-07-31', rule: 'bike-act.art-5-1' },
    ]);
    expect(assessment).toMatchObject({ verdict: 'not-ready', waived: 0 });
  });

  test('that ends within thirty days is a hint without being asked for', () => {
    expect(only(withWaivers(waiver('2030-08-31')), 'waiver')).toMatchObject([
      { kind: 'waiver-ends', severity: null, on: '2030-08-31' },
    ]);
    expect(only(withWaivers(waiver('2030-08-01')), 'waiver')).toMatchObject([{ kind: 'waiver-ends' }]);
    expect(only(withWaivers(waiver('2030-09-01')), 'waiver')).toEqual([]);
  });

  test('over what is met or does not apply is minor; over what is open it may yet be needed', () => {
    expect(over(done())).toMatchObject([{ kind: 'waiver-idle', severity: 'minor' }]);
    expect(over(null)).toEqual([]);
  });
});

const running = { 'lifecycle.stage': 'operation', 'lifecycle.start': '2029-01-15' };
const reviewed = (more: string, within?: number, months: ReadonlyMap<Tier, number> = new Map()) => {
  const useCase = useCaseWith(running, { more });
  return assessed({ ...useCase, reviewMonths: months }, within === undefined ? {} : { within });
};
const events = 'operation: { events: [] }\n';

const due = (more: string) => reviewed(`${more}${events}`).review.due;

describe('the review of a running use', () => {
  test('is overdue by the day that its file names', () => {
    const assessment = reviewed(`review: 2030-07-31\n${events}`);
    expect(told(assessment)).toEqual(['review-overdue 2030-07-31']);
    expect(assessment.review).toEqual({ last: null, due: '2030-07-31' });
    expect(told(reviewed(`review: 2030-08-01\n${events}`))).toEqual([]);
  });

  test('is due so many months after the last one, else after approval, else after the start', () => {
    expect(due('review: { last: 2030-03-31, every: 6 }\n')).toBe('2030-09-30');
    expect(due('review: 12\napproval: { by: head-of-unit, on: 2030-02-01 }\n')).toBe('2031-02-01');
    expect(due('review: 12\n')).toBe('2030-01-15');
  });

  test('is due on the day that the file names, however long the use has been running', () => {
    expect(reviewed('review: 2031-01-15\n', undefined, new Map<Tier, number>([['transparency', 6]])).review.due).toBe(
      '2031-01-15',
    );
  });

  test('the earlier of a named day and the interval counts', () => {
    expect(reviewed(`review: { last: 2030-01-01, next: 2031-06-01, every: 12 }\n`).review.due).toBe('2031-01-01');
    expect(reviewed(`review: { last: 2030-01-01, next: 2030-06-01, every: 12 }\n`).review.due).toBe('2030-06-01');
  });

  test('follows the interval of the organisation for the tier; unsettled, the shortest that is possible', () => {
    const months = new Map<Tier, number>([
      ['minimal', 24],
      ['transparency', 18],
      ['high-risk', 6],
      ['prohibited', 1],
    ]);
    const settled = reviewed('review: { last: 2030-01-01 }\n', undefined, months);
    expect([settled.tier.lowest, settled.tier.highest]).toEqual(['transparency', 'transparency']);
    expect(settled.review.due).toBe('2031-07-01');
    const unsettled = assessed({
      ...useCaseWith({ ...running, 'screening.uses': null }, { more: 'review: { last: 2030-01-01 }\n' }),
      reviewMonths: months,
    });
    expect(unsettled.tier.lowest).not.toBe(unsettled.tier.highest);
    expect(unsettled.review.due).toBe('2030-02-01');
  });

  test('without a day and without an interval is an open question, and no day is invented', () => {
    const assessment = reviewed('');
    expect(assessment.notices).toMatchObject([{ kind: 'review-undated', severity: 'advice', on: null }]);
    expect(assessment.review).toEqual({ last: null, due: null });
  });

  test('is not asked for before the use has begun', () => {
    expect(told(check({ 'lifecycle.stage': 'tender' }))).toEqual([]);
  });

  test('that is dated after the day looked at has not happened', () => {
    expect(reviewed('review: { last: 2030-09-01, every: 12 }\n').review).toEqual({ last: null, due: '2030-01-15' });
  });
});

const happened = (list: string) =>
  reviewed(`review: { last: 2030-06-01, every: 12 }\noperation: { events: ${list} }\n`);

describe('what happens in operation', () => {
  test('since the last review makes one due', () => {
    const assessment = happened(
      '[{ on: 2030-05-31, kind: complaint }, { on: 2030-06-02, kind: model-change, text: Now version 4 }, { on: 2030-08-02, kind: incident }]',
    );
    expect(assessment.notices).toMatchObject([
      { kind: 'event-after-review', severity: 'minor', on: '2030-06-02', event: 'model-change', text: 'Now version 4' },
    ]);
  });

  test('[] says that nothing did; what is not given or unknown is not known', () => {
    expect(told(happened('[]'))).toEqual([]);
    expect(told(happened('unknown'))).toEqual(['events-unstated']);
    expect(told(reviewed('review: { last: 2030-06-01, every: 12 }\n'))).toEqual(['events-unstated']);
  });
});

describe('what lies ahead', () => {
  test('is told only as far as it is asked for, in the order in which it comes, and never changes the verdict', () => {
    const helmets = { 'trike.has': '[helmet]', 'measures.helmets': 'no', 'lifecycle.end': null };
    const more = 'review: 2030-10-01\napproval: { by: head-of-unit, on: 2030-07-01, until: 2030-09-15 }\n';
    const within = (days?: number) =>
      assessed(useCaseWith(helmets, { more }), days === undefined ? {} : { within: days });
    expect(told(within())).toEqual([]);
    expect(told(within(60))).toEqual(['approval-ends 2030-09-15']);
    expect(told(within(90))).toEqual(['approval-ends 2030-09-15', 'review-due 2030-10-01']);
    const far = within(4000);
    expect(only(far, 'law-begins').map(({ rule }) => rule)).toContain('bike-act.art-5-7');
    const hints = far.notices.filter(({ certain }) => certain).map(({ on }) => on ?? '');
    expect(hints).toEqual(hints.toSorted());
    expect(far.notices.every(({ severity }) => severity === null)).toBe(true);
    expect([far.verdict, far.lawVerdict]).toEqual([within().verdict, within().lawVerdict]);
  });

  test('law that began yesterday or begins after the time looked ahead is left out', () => {
    const far = check({ 'trike.has': '[helmet]', 'measures.helmets': 'no' }, { within: 4000 });
    const begins = only(far, 'law-begins').find(({ rule }) => rule === 'bike-act.art-5-7')?.on ?? '';
    const on = (asOf: string, within: number) =>
      only(check({ 'trike.has': '[helmet]', 'measures.helmets': 'no' }, { asOf, within }), 'law-begins').some(
        ({ rule }) => rule === 'bike-act.art-5-7',
      );
    const before = day(`${Number(begins.slice(0, 4)) - 1}${begins.slice(4)}`);
    expect([on(before, 366), on(before, 364), on(begins, 30)]).toEqual([true, false, false]);
  });
});
