import type { FactId } from './ids.ts';
import type { Given } from './use-case.ts';

/** Why an answer does not settle a fact. */
export type UnknownReason =
  | 'silent' // nobody answered
  | 'said-so' // the file says unknown
  | 'member-unsure' // `x?`
  | 'rough' // only month or year are given, and the day matters
  | 'newer-member' // added to the catalogue after the answer
  | 'unconfirmed' // an empty screening set that nobody confirmed
  | 'unrecorded' // a claim or measure without the record that it needs
  | 'stale' // an opinion about other answers than those in the file
  | 'not-entitled' // a judgement by a role that may not judge
  | 'too-early' // dated after the as-of day, or a period that has not begun
  | 'undated' // about a period, without the day of confirmation
  | 'expired'; // confirmed too long ago

/** What is known of one fact on the as-of day. */
export type Answer =
  | { readonly state: 'given'; readonly fact: FactId; readonly given: Given }
  /** A closed set has answered: the gate of this fact is false. */
  | { readonly state: 'closed'; readonly fact: FactId }
  | { readonly state: 'unknown'; readonly fact: FactId; readonly why: UnknownReason; readonly given: Given | null };
