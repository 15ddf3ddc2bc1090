import type { CaseResult } from '../assess/run-cases.ts';
import type { Language } from '../model/language.ts';
import { messages } from '../text/messages.ts';
import { problemText } from '../text/problems.ts';

/** A case that came out otherwise than expected: where it stands, each outcome that it names, and which answers are missing. */
export function failureText(result: CaseResult, language: Language): string {
  const { case: wanted, got, tier, asks, from, until, problems } = result;
  const say = messages[language].rules;
  const { file, line, column } = wanted.at;
  const rule = wanted.code === null ? wanted.rule : `${wanted.rule}#${wanted.code}`;
  const days = (found: CaseResult['from']): string => found.map((day) => day ?? say.never).join(', ') || say.nothing;
  const isOpen = got === 'unknown' || got === 'open' || wanted.asks !== null;
  return [
    say.failed(`${file}:${line}:${column}`, rule, wanted.name, wanted.expect, got ?? say.nothing),
    ...(wanted.tier === null ? [] : [say.expected('tier', wanted.tier.join(', '), tier.join(', '))]),
    ...(wanted.from === null ? [] : [say.expected('from', days(wanted.from), days(from))]),
    ...(wanted.until === null ? [] : [say.expected('until', days(wanted.until), days(until))]),
    ...(isOpen ? [say.asks(asks.join(', ') || say.nothing)] : []),
    ...problems.map((problem) => problemText(problem, language)),
  ].join('\n    ');
}
