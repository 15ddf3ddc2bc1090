import type { UnknownReason } from './answer.ts';
import type { IsoDate } from './date.ts';
import type { ActRole, FactId, Office, OptionId, PackId, RuleId, UseCaseId } from './ids.ts';
import type { Notice, ReviewDays } from './notice.ts';
import type { Position } from './position.ts';
import type { RuleProof } from './proof.ts';
import type { Records } from './records.ts';
import type { Aspect, Basis, Certainty, Severity, Step } from './rule.ts';
import type { Citation } from './source.ts';
import type { Since } from './since.ts';
import type { CheckStage, Stage } from './stage.ts';
import type { TenderReading } from './tender.ts';
import type { Tier } from './tier.ts';
import type { Truth } from './truth.ts';
import type { Product, Reading, Waiver } from './use-case.ts';

/** Ascending from good to bad. */
export const verdicts = ['ready', 'clarify', 'not-ready', 'stop'] as const;
export type Verdict = (typeof verdicts)[number];

/** From which verdict on the gate fails. */
export const failLevels = ['clarify', 'not-ready', 'stop'] as const;
export type FailLevel = (typeof failLevels)[number];

export const states = ['met', 'unmet', 'open', 'upcoming', 'waived', 'not-applicable'] as const;
export type State = (typeof states)[number];
export type Doubt = 'applies' | 'satisfied' | 'both' | 'date';
export type OwedBy = 'us' | 'other' | 'unclear';

/** First and last of the days that are possible; null: never. */
export interface Days {
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

export interface Classified {
  readonly rule: RuleId;
  readonly truth: Truth;
  readonly tier: Tier | null;
  readonly cite: readonly Citation[];
  readonly certainty: Certainty;
  readonly from: Days | null;
  /** A hit whose exception is unknown: prohibited, or high-risk, unless … */
  readonly unless: boolean;
  /** Another provision takes the tier away although this one is hit. */
  readonly lifted: Truth;
  readonly asks: readonly FactId[];
}

export interface Finding {
  readonly rule: RuleId;
  /** What kind of finding it is: `duty`, `clause`, `prohibited`, `prohibited-unless`, `condition`, or the chapter of a gap. */
  readonly code: string;
  readonly state: State;
  readonly doubt: Doubt | null;
  /** Whether the rule applies, without its dates. */
  readonly applies: Truth;
  readonly severity: Severity;
  readonly addressee: ActRole | null;
  readonly owedBy: OwedBy;
  readonly due: CheckStage;
  readonly aspect: Aspect | null;
  readonly step: Step;
  /** What an opinion demands, in the words of its author: a duty of its own, of the severity of the duty that demands the opinion. */
  readonly condition: { readonly fact: FactId; readonly text: string } | null;
  readonly basis: Basis;
  readonly certainty: Certainty;
  readonly from: Days | null;
  readonly until: IsoDate | null;
  /** It does not hold yet on the effective day, or perhaps not. */
  readonly ahead: boolean;
  readonly cite: readonly Citation[];
  /** Where the answer stands that matters most for it, if any was given; looked for only when asked, since most findings do not apply. */
  readonly position: () => Position | null;
  readonly asks: readonly FactId[];
  /** The waiver recorded for it; only in the state `waived` does it count. */
  readonly waiver: Waiver | null;
  /** What it does to the verdict of the stage checked for; null: nothing. */
  readonly weight: Exclude<Verdict, 'ready'> | null;
  readonly prohibition: boolean;
}

export interface JudgementUse {
  readonly fact: FactId;
  readonly truth: Truth;
  readonly why: UnknownReason | null;
  readonly reason: string | null;
  readonly role: Office | null;
  readonly on: IsoDate | null;
  readonly at: Position;
}

export interface OpenQuestion {
  readonly fact: FactId;
  readonly why: UnknownReason;
  readonly position: Position | null;
  readonly askOf: readonly Office[];
  readonly settles: { readonly tier: boolean; readonly verdict: boolean; readonly findings: number };
  /** The provisions and duties that it bears on, worst first. */
  readonly bearsOn: readonly RuleId[];
}

/** Whether the organisation has approved the use, and if so why that does not count. */
export const approvalStates = ['valid', 'missing', 'not-entitled', 'too-early', 'expired', 'stale'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export interface Denial {
  readonly fact: FactId;
  readonly options: readonly OptionId[];
  readonly at: Position;
}

export interface Assessment {
  readonly useCase: {
    readonly id: UseCaseId;
    readonly title: string;
    readonly purpose: string | null;
    readonly owner: { readonly unit: string | null; readonly role: string | null };
    readonly product: Product | null;
    readonly file: string;
  };
  readonly asOf: IsoDate;
  readonly packs: readonly { readonly id: PackId; readonly version: string }[];
  readonly profile: string | null;
  /** Null while start is unknown. */
  readonly effectiveDay: IsoDate | null;
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  readonly stage: Stage | null;
  /** The stage checked for; null when the stage is unknown and the worst of all counts. */
  readonly for: CheckStage | null;
  readonly verdict: Verdict;
  readonly lawVerdict: Verdict;
  /** The tier alone keeps the verdict from being ready. */
  readonly tierUnsettled: boolean;
  readonly waived: number;
  readonly tier: {
    readonly lowest: Tier;
    readonly highest: Tier;
    readonly from: Days | null;
    readonly decisive: readonly (readonly FactId[])[];
  };
  readonly roles: readonly { readonly role: ActRole; readonly truth: Truth }[];
  readonly classification: readonly Classified[];
  /** The rules with a note about uncertain law on which hits and our roles rest. */
  readonly uncertain: readonly RuleId[];
  readonly judgements: readonly JudgementUse[];
  /** Closed sets and what they denied, to be read again. */
  readonly denials: readonly Denial[];
  readonly findings: readonly Finding[];
  readonly questions: readonly OpenQuestion[];
  /** What has run out or lies ahead; it never weighs in the verdict. */
  readonly notices: readonly Notice[];
  readonly review: ReviewDays;
  readonly readings: readonly Reading[] | null;
  /** The check code of the answers, to be entered in opinions and approval. */
  readonly digest: string;
  /** Approval and register entry follow from a check, so they stand outside the verdict. */
  readonly approval: { readonly state: ApprovalState; readonly by: Office | null; readonly on: IsoDate | null };
  readonly register: { readonly on: IsoDate; readonly entry: string | null } | null;
  /** What the tender documents say about clauses; null: none were read. */
  readonly tender: TenderReading | null;
  /** Documents, opinions and plans of the file; gathered only when they are asked for. */
  readonly records: () => Records;
  /** How each rule came to its truth; made only when it is asked for. */
  readonly prove: () => readonly RuleProof[];
  /** A prohibition that is not excluded, though not certain. */
  readonly possibleProhibition: boolean;
  /** A duty that could make the verdict `not-ready` is open. */
  readonly possibleNotReady: boolean;
  /** What became worse since a revision; only where that was asked. */
  readonly since?: Since;
  /** Whether anything that it rests on changed since a revision; only where that was asked. */
  readonly touched?: boolean;
}
