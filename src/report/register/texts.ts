import { known } from '../../assess/compile.ts';
import type { RuleId } from '../../model/ids.ts';
import type { DueItem, RegisterOpinion, RegisterRow } from '../../model/register.ts';
import type { Tier } from '../../model/tier.ts';
import { dayText, messages } from '../../text/messages.ts';
import { noticeWords } from '../../text/notice-words.ts';
import { registerWords } from '../../text/register-words.ts';
import type { RegisterRun } from './run.ts';

/** One row in the words of one language; what a file says stands in it as written, and is escaped by the report. */
export const verdictText = ({ verdict, waived }: RegisterRow, { language }: RegisterRun): string => {
  const say = messages[language];
  return say.verdict[verdict] + (waived > 0 ? say.verdictWaived(waived) : '');
};

export function tierText({ lowest, highest }: { lowest: Tier; highest: Tier }, { language }: RegisterRun): string {
  const { tier } = messages[language];
  return lowest === highest ? tier[lowest] : registerWords[language].tierOpen(tier[lowest], tier[highest]);
}

function officeText(id: string, { compiled, language }: RegisterRun): string {
  return compiled.book.offices.find((office) => office.id === id)?.title[language] ?? id;
}

const ruleText = (id: RuleId, { compiled, language }: RegisterRun): string => known(compiled.rules, id).title[language];

/** What is to be done before it is ready, in a few words each. */
export function workTexts({ work, questions }: RegisterRow, { language }: RegisterRun): readonly string[] {
  const say = registerWords[language].work;
  const texts = [
    ...(['stop', 'possible', 'unmet', 'open', 'unsecured'] as const).flatMap((part) =>
      work[part].length === 0 ? [] : [say[part](work[part].length)],
    ),
    ...(questions.tier + questions.verdict === 0 ? [] : [say.questions(questions.tier + questions.verdict)]),
  ];
  return texts.length === 0 ? [say.nothing] : texts;
}

export const opinionTexts = ({ opinions }: RegisterRow, run: RegisterRun): readonly string[] =>
  opinions.map((opinion) => registerWords[run.language].by(officeText(opinion.office, run), opinionText(opinion, run)));

function opinionText({ result, on, why, duty }: RegisterOpinion, { language }: RegisterRun): string {
  const say = registerWords[language].opinion;
  if (result === null) return duty === 'met' ? say.notNeeded : duty === 'waived' ? say.tolerated : say.missing;
  const text = on === null ? say.result[result] : say.onDay(say.result[result], dayText(on, language));
  if (why === null) return text;
  return why === 'stale' ? say.stale(text) : say.invalid(text, why);
}

export function approvalText({ approval: { state, by, on } }: RegisterRow, run: RegisterRun): string {
  const office = by === null ? '' : officeText(by, run);
  return messages[run.language].approval[state](office, on === null ? '' : dayText(on, run.language));
}

export function registerText({ register }: Pick<RegisterRow, 'register'>, { language }: RegisterRun): string {
  const say = registerWords[language];
  return register === null ? say.notEntered : say.entered(dayText(register.on, language), register.entry ?? '');
}

export function reviewTexts({ review: { last, due, isOverdue } }: RegisterRow, { language }: RegisterRun) {
  const { review } = registerWords[language];
  const when = isOverdue ? review.overdue : review.due;
  return [
    last === null ? review.never : review.last(dayText(last, language)),
    due === null ? review.undated : when(dayText(due, language)),
  ];
}

export const waiverTexts = ({ waivers }: RegisterRow, run: RegisterRun): readonly string[] =>
  waivers.map(({ rule, expires, counts }) =>
    registerWords[run.language].waiver(ruleText(rule, run), dayText(expires, run.language), counts),
  );

/** Null: nobody says whether anything happened. */
export const eventTexts = ({ events }: RegisterRow, { language }: RegisterRun): readonly string[] | null =>
  events?.map(({ on, kind, text }) => {
    const { event } = noticeWords[language];
    const what = registerWords[language].event(dayText(on, language), event[kind]);
    return text === null ? what : `${what}: ${text}`;
  }) ?? null;

export function dueText(item: DueItem, run: RegisterRun): string {
  const { language, asOf } = run;
  const say = registerWords[language];
  const [rule] = item.rules;
  const what = rule === undefined ? '' : ruleText(rule, run);
  const text = item.by === null ? say.due(item.kind, what, item.rules.length) : say.plannedBy(item.by, what);
  const day = dayText(item.on, language);
  const dated = item.on < asOf ? say.overdueSince(day, text) : say.onDay(day, text);
  return item.certain ? dated : say.perhaps(dated);
}

/** Stage and time of use. */
export function stageTexts({ stage, start, end }: RegisterRow, { language, asOf }: RegisterRun): readonly string[] {
  const say = registerWords[language];
  const { startUnknown } = messages[language];
  return [
    stage === null ? say.chart.stageUnknown : messages[language].stage[stage],
    start === null ? startUnknown : (start <= asOf ? say.since : say.planned)(dayText(start, language)),
    ...(end === null ? [] : [say.until(dayText(end, language))]),
  ];
}
