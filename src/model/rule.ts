import type { Condition } from './condition.ts';
import type { ActRole, ClauseId, DateName, Office, PackId, RuleId } from './ids.ts';
import type { Text } from './language.ts';
import type { Position } from './position.ts';
import type { Citation } from './source.ts';
import type { CheckStage } from './stage.ts';
import type { Tier } from './tier.ts';

export const severities = ['blocker', 'major', 'minor', 'advice'] as const;
export type Severity = (typeof severities)[number];

export const aspects = [
  'responsibility',
  'non-discrimination',
  'transparency',
  'data-protection',
  'sensible-secure-use',
  'training',
  'governance',
] as const;
export type Aspect = (typeof aspects)[number];

/** The steps in which a use is prepared: what for, forbidden, class, data, decision, harm, supplier, opinions, training, openness, approval. */
export const steps = [
  'purpose',
  'forbidden',
  'class',
  'data',
  'decision',
  'harm',
  'supplier',
  'opinions',
  'training',
  'openness',
  'approval',
] as const;
export type Step = (typeof steps)[number];

/** The step of a duty that names none. */
export const stepOfAspect: Readonly<Record<Aspect, Step>> = {
  responsibility: 'decision',
  'non-discrimination': 'harm',
  transparency: 'openness',
  'data-protection': 'data',
  'sensible-secure-use': 'approval',
  training: 'training',
  governance: 'approval',
};

export const bases = ['law', 'policy'] as const;
export type Basis = (typeof bases)[number];
export const certainties = ['settled', 'draft', 'disputed'] as const;
export type Certainty = (typeof certainties)[number];

/** Where in tender and contract a clause stands, in the order in which it is read. */
export const places = ['specification', 'data-protection-annex', 'contract', 'suitability', 'award-criterion'] as const;
export type Place = (typeof places)[number];

interface RuleBase {
  readonly id: RuleId;
  readonly pack: PackId;
  readonly at: Position;
  readonly cite: readonly Citation[];
  readonly when: Condition;
  readonly title: Text;
  readonly certainty: Certainty;
  /** What is uncertain about the law, shown in the report. */
  readonly note: Text | null;
}

interface Dated {
  readonly appliesFrom: DateName;
  readonly appliesUntil: DateName | null;
  /** Exceptions of the same provision. */
  readonly except: Condition | null;
}

interface Concept extends RuleBase {
  readonly kind: 'concept';
}
/** When true, the use is outside the act. */
export interface ScopeRule extends RuleBase {
  readonly kind: 'scope';
  readonly why: Text;
}
export interface RoleRule extends RuleBase {
  readonly kind: 'role';
  readonly role: ActRole;
  readonly why: Text;
}
export interface Classification extends RuleBase, Dated {
  readonly kind: 'classification';
  readonly tier: Tier | null;
  /** Another provision that takes the tier away again while the hit stays visible. */
  readonly liftedBy: RuleId | null;
  readonly why: Text;
}
export interface Prohibition extends RuleBase, Dated {
  readonly kind: 'prohibition';
  readonly tier: 'prohibited' | null;
  readonly severity: Severity;
  readonly aspect: Aspect;
  readonly basis: Basis;
  readonly why: Text;
  readonly toDo: Text;
}
export interface Duty extends RuleBase, Dated {
  readonly kind: 'duty';
  readonly addressee: ActRole;
  readonly severity: Severity;
  readonly aspect: Aspect;
  readonly step: Step;
  readonly basis: Basis;
  readonly due: CheckStage;
  readonly requires: Condition;
  /** The offices that may approve a waiver; empty: not waivable. */
  readonly waivable: readonly Office[];
  readonly clause: ClauseId | null;
  readonly why: Text;
  readonly toDo: Text;
  readonly evidence: Text;
}
/** What tender and contract must say: a task of whoever buys, done when the clause stands in the tender documents. */
export interface Clause extends RuleBase, Dated {
  readonly kind: 'clause';
  readonly clause: ClauseId;
  readonly place: Place;
  readonly severity: Severity;
  readonly aspect: Aspect;
  readonly step: 'supplier';
  readonly basis: Basis;
  readonly due: 'tender';
  readonly requires: Extract<Condition, { kind: 'clause' }>;
  readonly why: Text;
  /** The wording; what stands in brackets is to be filled in. */
  readonly text: Text;
  readonly toDo: Text;
  /** What the supplier hands in. */
  readonly evidence: Text;
}
/** A chapter of the act that is not modelled: open wherever it could apply. */
export interface GapRule extends RuleBase {
  readonly kind: 'gap';
  /** Tells the chapters of one gap rule apart. */
  readonly code: string;
  readonly addressee: ActRole;
  readonly why: Text;
}

export const ruleKinds = [
  'concept',
  'scope',
  'role',
  'classification',
  'prohibition',
  'duty',
  'clause',
  'gap',
] as const;
export type Rule = Concept | ScopeRule | RoleRule | Classification | Prohibition | Duty | Clause | GapRule;
