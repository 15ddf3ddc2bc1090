import { known } from '../assess/compile.ts';
import { isNothing } from '../assess/since.ts';
import type { Since, Worse } from '../model/since.ts';
import { diffWords } from '../text/diff-words.ts';
import { forTerminal } from './escape.ts';
import type { View } from './view.ts';

/** Where there is nothing to list; null: there is. */
export function sentenceOf(since: Since, revision: string, { language }: Pick<View, 'language'>): string | null {
  const say = diffWords[language].since;
  switch (since.state) {
    case 'new':
      return say.new(revision);
    case 'unreadable':
      return say.unreadable(revision);
    case 'compared':
      return isNothing(since.worse) ? say.nothing(revision) : null;
  }
}

/** One line each: result, tier, duties, answers lost. */
export function worseLines({ verdict, tier, findings, lost }: Worse, view: View): readonly string[] {
  const { compiled, language, say } = view;
  const words = diffWords[language];
  return [
    ...(verdict === null
      ? []
      : [`${words.label.verdict}: ${words.change(say.verdict[verdict.from], say.verdict[verdict.to])}`]),
    ...(tier === null ? [] : [`${words.label.tier}: ${words.change(say.tier[tier.from], say.tier[tier.to])}`]),
    ...findings.map(({ rule, code, condition, from, to }) => {
      const found = compiled.obligations.find((one) => one.id === rule && (one.kind !== 'gap' || one.code === code));
      const title = condition === null ? (found?.title[language] ?? rule) : forTerminal(condition);
      return `${title} (${rule}): ${words.change(words.state[from], words.state[to])}`;
    }),
    ...lost.map((fact) => words.since.lost(`${known(compiled.facts, fact).question[language]} (${fact})`)),
  ];
}
