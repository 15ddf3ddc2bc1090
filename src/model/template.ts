import type { FactId, OptionId } from './ids.ts';
import type { Text } from './language.ts';

/** A typical case, and what is usually true of it. Nothing of it counts before somebody has confirmed it. */
export interface Template {
  /** The name on the command line, and under `template` in a use-case file. */
  readonly id: string;
  readonly title: Text;
  /** One sentence. */
  readonly about: Text;
  /** In the order of the catalogue. */
  readonly usual: readonly Usual[];
}

/** The usual answer to one question. */
export type Usual = { readonly fact: FactId } & (
  | { readonly kind: 'one'; readonly value: OptionId | 'yes' | 'no' }
  | { readonly kind: 'several'; readonly values: readonly OptionId[] }
);

/** The answer as it stands in a file. */
export const yamlOfUsual = (usual: Usual): string =>
  usual.kind === 'one' ? usual.value : `[${usual.values.join(', ')}]`;
