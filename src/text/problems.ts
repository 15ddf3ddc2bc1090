import type { Language } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { ProblemCode, ProblemParams } from '../model/problem.ts';
import { problemsDe } from './problems-de.ts';
import { problemsEn } from './problems-en.ts';

/** How each problem is put: what is wrong, and what to write instead. */
export type ProblemSentences = { readonly [C in ProblemCode]: (params: ProblemParams[C]) => string };

type ProblemOf<C extends ProblemCode> = {
  readonly [K in C]: { readonly code: K; readonly at: Position; readonly params: ProblemParams[K] };
}[C];

const sentences = { de: problemsDe, en: problemsEn } as const satisfies Record<Language, ProblemSentences>;

/** One or two sentences, without the place. Words from the file stand in it as they are: whoever prints it escapes it. */
export function problemText<C extends ProblemCode>(problem: ProblemOf<C>, language: Language): string {
  const table: ProblemSentences = sentences[language];
  return table[problem.code](problem.params);
}
