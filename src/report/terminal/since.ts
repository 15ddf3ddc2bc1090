import { diffWords } from '../../text/diff-words.ts';
import { forTerminal } from '../escape.ts';
import type { Run } from '../run.ts';
import { sentenceOf, worseLines } from '../since.ts';
import { block, item, type Page, wrap } from './page.ts';

/** What became worse since a revision, if that was asked. */
export function sinceBlock(page: Page): readonly string[] {
  const { since } = page.view.assessment;
  if (since === undefined) return [];
  const say = diffWords[page.view.language].since;
  const revision = forTerminal(since.revision);
  const sentence = sentenceOf(since, revision, page.view);
  if (sentence !== null) return wrap(sentence, page.width);
  return block(
    page,
    say.heading(revision),
    since.state === 'compared' ? worseLines(since.worse, page.view) : [],
    (line) => item(page, '·', line),
  );
}

/** At the end: how many were told in one line, and that they count. */
export function untouchedLine(count: number, { language, width }: Run): string {
  if (count === 0) return '';
  return `\n${wrap(diffWords[language].since.untouched(count), Math.min(width, 100)).join('\n')}\n`;
}
