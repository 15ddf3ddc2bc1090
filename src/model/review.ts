/** Why a rule has to be compared with its source (again), or an entry of the record has to go. */
export type UnreadReason = 'never' | 'rule-changed' | 'text-changed' | 'pending-though-read' | 'no-such-rule';
