import { known } from '../../assess/compile.ts';
import type { Citation } from '../../model/source.ts';
import { citationText } from '../../text/citation.ts';
import type { Reason } from '../reasons.ts';
import type { View } from '../view.ts';

/** One thing to be done, answered or known. Texts are plain; whoever writes them escapes them. */
export interface Entry {
  readonly title: string;
  /** Who acts, law or house rule, how grave; empty where it says nothing. */
  readonly weight: string;
  readonly texts: readonly string[];
  readonly cite: readonly { readonly text: string; readonly url: string }[];
  readonly rule: string;
  /** How the rule came to its truth. */
  readonly reasons: readonly Reason[];
}

export interface Section {
  readonly heading: string;
  /** Whether the reasons of its entries are printed too: all of them would fill a hundred pages. */
  readonly reasonsOnPaper: boolean;
  readonly entries: readonly Entry[];
}

export const plainEntry = { weight: '', texts: [], cite: [], rule: '', reasons: [] } as const;

export const citeLink = (view: View, cite: Citation) => ({
  text: citationText(cite, known(view.compiled.sources, cite.act), view.language),
  url: cite.url,
});
