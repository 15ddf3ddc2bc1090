import { addDays } from '../../model/date.ts';
import type { Notice } from '../../model/notice.ts';
import { dayText } from '../../text/messages.ts';
import { noticeWords } from '../../text/notice-words.ts';
import { forTerminal } from '../escape.ts';
import { noticeText } from '../notice.ts';
import { below, block, item, type Page } from './page.ts';

/** What has run out, and what lies ahead. Neither changes the result. */
export function noticeBlocks(page: Page): readonly (readonly string[])[] {
  const { language, assessment } = page.view;
  const words = noticeWords[language];
  const until = dayText(addDays(assessment.asOf, page.run.within ?? 30), language);
  const due = assessment.notices.filter(({ severity }) => severity !== null);
  const ahead = assessment.notices.filter(({ severity }) => severity === null);
  const line = (notice: Notice, mark: string): readonly string[] => lines(page, notice, mark);
  return [block(page, words.due, due, line), block(page, words.ahead(until), ahead, line)];
}

function lines(page: Page, notice: Notice, mark: string): readonly string[] {
  const words = noticeWords[page.view.language];
  const { at, certain, rule } = notice;
  const place = at === null ? (rule ?? '') : words.place(forTerminal(at.file), at.line);
  return [
    ...item(page, mark, noticeText(notice, page.view), certain ? '' : words.perhaps),
    ...(place === '' ? [] : below(page, place)),
  ];
}
