import type { ApprovalState, Verdict } from '../model/assessment.ts';
import type { Days } from '../model/assessment.ts';
import type { IsoDate } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import type { DueItem, RegisterTally } from '../model/register.ts';
import type { Aspect } from '../model/rule.ts';
import type { Stage } from '../model/stage.ts';
import type { Tier } from '../model/tier.ts';
import type { OperationEvent } from '../model/use-case.ts';
import { yearGerman } from './year-de.ts';
import { yearEnglish } from './year-en.ts';

/** Counts that stand in a sentence before or after what they count. */
type Counting = (count: number) => string;

/** The yearly report to the council: whole sentences that can be read aloud, with singular and plural. */
export interface YearWords {
  readonly title: (year: number) => string;
  readonly day: (day: IsoDate) => string;
  readonly use: (title: string, unit: string | null) => string;
  readonly about: (day: string) => string;
  readonly notOver: (year: number, day: string) => string;
  readonly pastYear: (year: number) => string;
  readonly noAdvice: string;
  readonly unread: (files: readonly string[]) => string;
  readonly otherProblems: Counting;
  readonly heading: Record<
    | 'overview'
    | 'year'
    | 'begun'
    | 'ended'
    | 'approvals'
    | 'tiers'
    | 'prohibited'
    | 'aspects'
    | 'waivers'
    | 'reviews'
    | 'events'
    | 'training'
    | 'changes'
    | 'ahead'
    | 'open',
    string
  >;
  readonly known: Counting;
  /** How many of them have ended, and how many have not. */
  readonly current: (ended: number, current: number) => string;
  readonly stage: (stage: Stage | null, count: number) => string;
  readonly endedBefore: Counting;
  readonly begun: (count: number, year: number) => string;
  readonly begunOn: (use: string, day: string) => string;
  readonly lateStart: (uses: readonly string[]) => string;
  readonly ended: (count: number, year: number) => string;
  readonly endedOn: (use: string, stage: 'running' | 'planned', day: string) => string;
  readonly stillRunning: (uses: readonly string[]) => string;
  readonly approved: (count: number, year: number) => string;
  readonly approvedOn: (use: string, day: string) => string;
  readonly lapsed: Counting;
  readonly lapsedBecause: (
    use: string,
    why: Exclude<ApprovalState, 'valid' | 'missing'>,
    until: string | null,
  ) => string;
  readonly unapproved: Counting;
  readonly counted: Counting;
  readonly tier: (tier: Tier, count: number) => string;
  readonly unsettled: Counting;
  /** The sentence, and which uses it is about. */
  readonly named: (sentence: string, uses: readonly string[]) => string;
  readonly atMost: (tier: Tier, uses: readonly string[]) => string;
  readonly noUses: string;
  readonly prohibited: Counting;
  readonly otherLaw: string;
  readonly prohibitedUse: (use: string, stage: Stage | null) => string;
  readonly maybeProhibited: Counting;
  readonly aspectsIntro: string;
  readonly aspect: (aspect: Aspect, tally: RegisterTally, unmetIn: number, openIn: number) => string;
  readonly waiversInForce: Counting;
  readonly waiversExpired: Counting;
  readonly waiversIdle: Counting;
  readonly waiverIdle: (use: string, duty: string, day: string) => string;
  readonly waiver: (use: string, duty: string, day: string) => string;
  readonly waiverRanOut: (use: string, duty: string, day: string, ended: boolean) => string;
  readonly overdue: Counting;
  readonly overdueSince: (use: string, day: string | null) => string;
  readonly undated: Counting;
  readonly events: (year: number, counts: readonly { kind: OperationEvent['kind']; count: number }[]) => string;
  readonly eventsAt: (use: string, counts: readonly { kind: OperationEvent['kind']; count: number }[]) => string;
  readonly noEvents: (year: number) => string;
  readonly silent: Counting;
  readonly training: (state: 'met' | 'waived' | 'unmet' | 'open' | 'none', count: number) => string;
  readonly share: (count: number) => string;
  readonly shareOf: (use: string, what: string, value: string, day: string) => string;
  readonly noShare: string;
  readonly shareNotSummed: string;
  readonly change: ChangeWords;
  readonly ahead: AheadWords;
  readonly openPoint: readonly string[];
  readonly point: string;
  readonly written: (year: number, file: string) => string;
}

export interface ChangeWords {
  readonly notAsked: string;
  readonly since: (name: string, day: string) => string;
  readonly added: Counting;
  readonly addedUse: (use: string, tier: string) => string;
  readonly gone: Counting;
  readonly changed: Counting;
  readonly tierOf: (tier: { readonly lowest: Tier; readonly highest: Tier }) => string;
  readonly tierChange: (use: string, from: string, to: string) => string;
  readonly verdict: Record<Verdict, string>;
  readonly verdictChange: (use: string, from: string, to: string) => string;
  readonly bothChange: (use: string, tier: readonly [string, string], verdict: readonly [string, string]) => string;
  readonly because: {
    /** The first questions that are answered otherwise, and how many more. */
    readonly answers: (questions: readonly string[], more: number) => string;
    readonly records: string;
    readonly date: (title: string, from: Days) => string;
    readonly day: string;
    readonly aged: string;
    readonly rules: string;
    readonly other: string;
    readonly otherAnswers: string;
    readonly sameAnswers: string;
  };
  readonly same: Counting;
  readonly unread: Counting;
  readonly goneIsNotOff: string;
  /** Files were named, not their folder. */
  readonly notWhole: string;
  /** Files of today that could not be read: whether they are gone nobody knows. */
  readonly unreadNow: string;
}

export type NamedDue = Extract<DueItem['kind'], 'review' | 'waiver-ends' | 'approval-ends'>;
export type CountedDue = Extract<DueItem['kind'], 'evidence-ends' | 'opinion-ends' | 'planned'>;

export interface AheadWords {
  readonly until: (day: string) => string;
  readonly starts: Counting;
  readonly ends: Counting;
  /** What is due, by its kind; the uses follow with their days. */
  readonly named: (kind: NamedDue, count: number) => string;
  /** What is too much to be named: how much, and the first day. */
  readonly due: (kind: CountedDue, count: number, first: string) => string;
  readonly dueOn: (use: string, day: string) => string;
  readonly law: (day: string, uses: number, certain: boolean) => string;
  readonly nothing: (day: string) => string;
}

export const yearWords: Record<Language, YearWords> = { de: yearGerman, en: yearEnglish };
