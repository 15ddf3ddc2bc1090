import { addDays } from '../../model/date.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Notice } from '../../model/notice.ts';
import { dayText } from '../../text/messages.ts';
import { noticeWords } from '../../text/notice-words.ts';
import { forTerminal } from '../escape.ts';
import { noticeText } from '../notice.ts';
import type { Run } from '../run.ts';
import { below, block, item, type Page } from './page.ts';

/** What has run out, and what lies ahead. Neither changes the result. */
export function noticeBlocks(page: Page): readonly (readonly string[])[] {
  const { language, assessment } = page.view;
  const words = noticeWords[language];
  const until = dayText(addDays(assessment.asOf, page.run.within ?? 30), language);
  // What stands in the profile holds for all uses, and is told once below them.
  const own = assessment.notices.filter((notice) => page.run.files === 1 || !isOfProfile(notice, assessment));
  const due = own.filter(({ severity }) => severity !== null);
  const ahead = own.filter(({ severity }) => severity === null);
  const line = (notice: Notice, mark: string): readonly string[] => noticeLines(page, notice, mark);
  return [block(page, words.due, due, line), block(page, words.ahead(until), ahead, line)];
}

export const isOfProfile = ({ at }: Notice, { profile }: Assessment): boolean => at !== null && at.file === profile;

/** What has run out or lies ahead in the profile, once for all uses; `notices`: each once, as lines. */
export function profileNotices(
  notices: ReadonlyMap<string, readonly string[]>,
  { language }: Run,
  bold: (text: string) => string,
): string {
  if (notices.size === 0) return '';
  return `\n${[bold(noticeWords[language].profile), ...[...notices.values()].flat()].join('\n')}\n`;
}

export function noticeLines(page: Page, notice: Notice, mark: string): readonly string[] {
  const words = noticeWords[page.view.language];
  const { at, certain, rule } = notice;
  const place = at === null ? (rule ?? '') : words.place(forTerminal(at.file), at.line);
  return [
    ...item(page, mark, noticeText(notice, page.view), certain ? '' : words.perhaps),
    ...(place === '' ? [] : below(page, place)),
  ];
}
