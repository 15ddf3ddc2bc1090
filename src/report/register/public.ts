import type { IsoDate } from '../../model/date.ts';
import type { UseCaseId } from '../../model/ids.ts';
import type { RegisterRow } from '../../model/register.ts';
import type { Stage } from '../../model/stage.ts';
import type { Tier } from '../../model/tier.ts';

/**
 * All that the public register says of a use (docs/what-the-public-register-shows.md). What is not listed here is not public: the
 * reports of the public register are made of this value alone.
 */
export interface PublicEntry {
  readonly id: UseCaseId;
  readonly title: string;
  readonly purpose: string | null;
  readonly owner: { readonly unit: string | null };
  /** Null also while no contract can be assumed: then a name would tell of an award procedure. The version would tell what can be attacked. */
  readonly product: { readonly name: string; readonly supplier: string | null; readonly version: null } | null;
  readonly stage: Stage | null;
  /** The day on which the use began or is to begin. */
  readonly start: IsoDate | null;
  /** The day on which it ended; null: it goes on, or nobody knows. */
  readonly ended: IsoDate | null;
  readonly tier: { readonly lowest: Tier; readonly highest: Tier };
  readonly informed: Informed;
  readonly approval: { readonly isValid: boolean; readonly on: IsoDate | null };
  readonly register: { readonly on: IsoDate; readonly entry: string | null } | null;
}

/** Whether people are told that AI is used, as far as the law demands it; `open`: nobody has said so. */
export const informedStates = ['yes', 'no', 'open', 'later', 'not-in-use', 'not-demanded'] as const;
type Informed = (typeof informedStates)[number];

export function publicEntry(row: RegisterRow, asOf: IsoDate): PublicEntry {
  const { id, title, purpose, owner, product, stage, start, end, tier, approval, register } = row;
  const isValid = approval.state === 'valid';
  return {
    id,
    title,
    purpose,
    owner: { unit: owner.unit },
    product:
      product === null || !isInUse(row) ? null : { name: product.name, supplier: product.supplier, version: null },
    stage,
    start,
    ended: end !== null && end < asOf ? end : null,
    tier: { lowest: tier.lowest, highest: tier.highest },
    informed: informedOf(row),
    approval: { isValid, on: isValid ? approval.on : null },
    register: register === null ? null : { on: register.on, entry: register.entry },
  };
}

/** A pilot with real data is a start. */
const isInUse = ({ stage }: RegisterRow): boolean => stage === 'start' || stage === 'operation';

function informedOf(row: RegisterRow): Informed {
  const states = new Set(row.informing.map(({ state }) => state));
  if (row.stage !== null && !isInUse(row)) return 'not-in-use';
  if (states.has('unmet') || states.has('waived')) return 'no';
  if (states.has('open')) return 'open';
  if (states.has('upcoming')) return 'later';
  return states.has('met') ? 'yes' : 'not-demanded';
}
