import type { Notice } from '../model/notice.ts';
import { dayText } from '../text/messages.ts';
import { noticeWords } from '../text/notice-words.ts';
import { forTerminal } from './escape.ts';
import { cited, factOf, ruleOf, type View } from './view.ts';

/** One notice in a sentence, for all reports that people read. */
export function noticeText(notice: Notice, view: View): string {
  const words = noticeWords[view.language];
  const day = notice.on === null ? '' : dayText(notice.on, view.language);
  return words.notice[notice.kind](subjectOf(notice, view), day);
}

/** What it is about: what happened, or the duty, and for a document what it proves. */
function subjectOf({ text, event, rule, fact }: Notice, view: View): string {
  if (text !== null) return forTerminal(text);
  if (event !== null) return noticeWords[view.language].event[event];
  if (fact !== null) return factOf(view, fact).question[view.language];
  if (rule === null) return '';
  const { title, cite } = ruleOf(view, rule);
  return `${title[view.language]} (${cited(view, cite)})`;
}
