import type { UnknownReason } from './answer.ts';
import type { ApprovalState, Days, State, Verdict } from './assessment.ts';
import type { IsoDate } from './date.ts';
import type { FactId, Office, RuleId, UseCaseId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { Problem } from './problem.ts';
import type { Aspect } from './rule.ts';
import type { CheckStage, Stage } from './stage.ts';
import type { Tier } from './tier.ts';
import type { Truth } from './truth.ts';
import type { OperationEvent, OpinionResult, Product, Reading } from './use-case.ts';

/**
 * What a register keeps of one use case: a small plain value, so that a thousand assessments need not stay in memory. In ids and days,
 * not in words: the reports say it in their language.
 */
export interface RegisterRow {
  readonly id: UseCaseId;
  readonly title: string;
  readonly purpose: string | null;
  readonly file: string;
  readonly owner: { readonly unit: string | null; readonly role: string | null };
  readonly product: Product | null;
  readonly profile: string | null;
  /** The name of the organisation, as its profile has it. */
  readonly organisation: string | null;
  /** The check code: whether two registers rest on the same answers. */
  readonly digest: string;
  /** Null: not known. */
  readonly stage: Stage | null;
  /** The stage that the verdict is for; null: the worst of all counts. */
  readonly for: CheckStage | null;
  /** Planned or past; null: not known to the day. */
  readonly start: IsoDate | null;
  /** As it was answered, also where it has passed; null: none known. */
  readonly end: IsoDate | null;
  readonly tier: { readonly lowest: Tier; readonly highest: Tier; readonly from: Days | null };
  readonly verdict: Verdict;
  readonly lawVerdict: Verdict;
  readonly possibleProhibition: boolean;
  /** How many duties are waived. */
  readonly waived: number;
  readonly work: RegisterWork;
  /** Open questions: those that decide the tier, and those besides that bear on the verdict. */
  readonly questions: { readonly tier: number; readonly verdict: number };
  readonly opinions: readonly RegisterOpinion[];
  readonly approval: {
    readonly state: ApprovalState;
    readonly by: Office | null;
    readonly on: IsoDate | null;
    readonly until: IsoDate | null;
  };
  readonly register: { readonly on: IsoDate; readonly entry: string | null } | null;
  readonly review: { readonly last: IsoDate | null; readonly due: IsoDate | null; readonly isOverdue: boolean };
  readonly waivers: readonly RegisterWaiver[];
  /** What has run out or was not looked at; what lies ahead is in `due`. */
  readonly notices: readonly RegisterNotice[];
  /** What happened by the day looked at; null: nobody says whether anything did. */
  readonly events: readonly Omit<OperationEvent, 'at'>[] | null;
  readonly readings: readonly Omit<Reading, 'at'>[] | null;
  readonly aspects: Readonly<Record<Aspect, RegisterTally>>;
  /** By day; what is overdue first. */
  readonly due: readonly DueItem[];
  /** Whether the measures are done by which staff is trained; null: no such question in the catalogue. */
  readonly training: { readonly literacy: Truth | null; readonly programme: Truth | null };
  /** Our duties by law to tell people that AI is used, each with its state; those that do not apply are left out. */
  readonly informing: readonly { readonly rule: RuleId; readonly state: Exclude<State, 'not-applicable'> }[];
}

/** What keeps the use from being ready now, as rules; one that is named twice is demanded twice, as the conditions of an opinion are. */
export interface RegisterWork {
  readonly stop: readonly RuleId[];
  /** Prohibitions that are not ruled out. */
  readonly possible: readonly RuleId[];
  readonly unmet: readonly RuleId[];
  readonly open: readonly RuleId[];
  /** Ahead, and not secured yet. */
  readonly unsecured: readonly RuleId[];
}

export interface RegisterOpinion {
  readonly fact: FactId;
  /** Whose opinion is asked for. */
  readonly office: Office;
  /** The state of the duty that demands it, of several the worst; `met` may be without it, by an agreement for all uses; null: none does. */
  readonly duty: Exclude<State, 'not-applicable'> | null;
  readonly result: OpinionResult | null;
  readonly by: Office | null;
  readonly on: IsoDate | null;
  /** Why it does not count; null: it counts. */
  readonly why: UnknownReason | null;
}

export interface RegisterWaiver {
  readonly rule: RuleId;
  readonly reason: string;
  readonly measures: string;
  readonly approvedBy: { readonly name: string; readonly role: Office };
  readonly approvedOn: IsoDate;
  readonly expires: IsoDate;
  /** It tolerates something on the day looked at. */
  readonly counts: boolean;
}

type RegisterNotice = Pick<Notice, 'kind' | 'severity' | 'on' | 'rule' | 'fact' | 'event' | 'text'>;

/** Duties of one aspect that are ours, also those due only later; what does not apply, lies ahead or is owed by others is not counted. */
export type RegisterTally = Readonly<Record<'met' | 'waived' | 'unmet' | 'open', number>>;
export const tallyStates = ['met', 'waived', 'unmet', 'open'] as const satisfies readonly (keyof RegisterTally)[];

export const dueKinds = [
  'review',
  'waiver-ends',
  'evidence-ends',
  'opinion-ends',
  'approval-ends',
  'planned',
  'law-begins',
] as const;

/** Something that somebody has to have done by a day; before the day looked at: overdue. */
export interface DueItem {
  readonly kind: (typeof dueKinds)[number];
  readonly on: IsoDate;
  /** The rules that it is about: of law that begins all of that day. */
  readonly rules: readonly RuleId[];
  readonly fact: FactId | null;
  /** Who will do what is planned. */
  readonly by: string | null;
  /** The profile from which it comes: then it is one thing for all uses. */
  readonly profile: string | null;
  /** Law that begins may turn out not to apply. */
  readonly certain: boolean;
}

/** A file that is no entry because of its mistakes. What it describes may be in use all the same. */
export interface Unread {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** All use cases of a body on one day. */
export interface Register {
  readonly asOf: IsoDate;
  readonly rows: readonly RegisterRow[];
  readonly unread: readonly Unread[];
  /** What else was wrong, such as a path where nothing is. */
  readonly problems: readonly Problem[];
}
