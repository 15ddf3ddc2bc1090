import type { DateName, SourceId } from './ids.ts';
import type { IsoDate } from './date.ts';
import type { Text } from './language.ts';
import type { Condition } from './condition.ts';

/** A provision: `at` as in `Art. 5(1)(f)`, `Annex III point 4(a)`, `Recital 44`, `para. 253`. */
export interface Citation {
  readonly act: SourceId;
  readonly at: string;
  readonly url: string;
}

export interface Source {
  readonly id: SourceId;
  readonly kind: 'act' | 'guideline' | 'draft-guideline';
  readonly title: Text;
  readonly short: Text;
  readonly published: IsoDate;
  readonly inForce: IsoDate | null;
  readonly url: string;
  /** The article whose numbers are definitions (German: `Nr.`, not `Abs.`). */
  readonly definitions: string | null;
}

/** `from: null` is a day that never comes. */
export interface DateVersion {
  readonly setBy: SourceId;
  readonly from: IsoDate | null;
}

/** A date of application by name: the first entry whose condition holds; the last entry has none. */
export interface NamedDate {
  readonly name: DateName;
  readonly title: Text;
  readonly cite: readonly Citation[];
  readonly entries: readonly { readonly when: Condition | null; readonly versions: readonly DateVersion[] }[];
}
