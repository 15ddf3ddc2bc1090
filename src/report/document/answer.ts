import type { Answer } from '../../model/answer.ts';
import type { Fact } from '../../model/fact.ts';
import type { Evidence, Given } from '../../model/use-case.ts';
import { documentWords } from '../../text/document-words.ts';
import { explainWords } from '../../text/explain-words.ts';
import { dayText } from '../../text/messages.ts';
import type { Block, Line } from '../paper/blocks.ts';
import { optionText } from '../rule-points.ts';
import { officeTitle, type View } from '../view.ts';

/** One question with what was answered, in whole words, and where and by whom. */
export function answerBlocks(answer: Answer, fact: Fact, view: View): readonly Block[] {
  const { language } = view;
  const words = documentWords[language];
  const question: Block = { kind: 'paragraph', text: [{ kind: 'strong', text: fact.question[language] }] };
  const given = answer.state === 'closed' ? null : answer.given;
  if (given === null) return [question];
  const lines = linesOf(given, fact, view);
  const why = answer.state === 'unknown' ? view.say.why[answer.why] : null;
  const rest: readonly string[] = [
    ...(why === null ? [] : [lines.length === 0 ? why : words.notYet(why)]),
    ...(given.note === null ? [] : [words.note(given.note)]),
  ];
  const place = words.source(
    `${given.at.file}:${given.at.line}`,
    given.source === null ? null : { by: given.source.by, day: dayText(given.source.on, language) },
  );
  return [
    question,
    ...(lines.length > 1
      ? [{ kind: 'list', ordered: false, items: lines } as const]
      : lines.map((line) => ({ kind: 'paragraph', text: line }) as const)),
    ...rest.map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'paragraph', text: [{ kind: 'code', text: place }] },
  ];
}

/** Empty where the answer is that nobody knows. */
function linesOf(given: Given, fact: Fact, view: View): readonly Line[] {
  const { language } = view;
  const words = documentWords[language];
  const say = explainWords[language];
  switch (given.type) {
    case 'yes-no':
      return given.value === null ? [] : [sentence(given.value ? say.yes : say.no)];
    case 'choice':
      return given.value === null ? [] : [optionText(fact, given.value, language)];
    case 'set':
      if (given.value === null) return [];
      if (given.value.length === 0) return [words.noneOf];
      return given.value.map(({ option, sure }) =>
        sure ? optionText(fact, option, language) : `${optionText(fact, option, language)} (${words.unsure})`,
      );
    case 'date':
      return given.value === null ? [] : [dayText(given.value, language)];
    case 'text':
      return given.value === null ? [] : [given.value];
    case 'measure':
      return [
        ...(given.done === null ? [] : [sentence(given.done ? say.done : say.notDone)]),
        ...(given.planned === null || given.done === true
          ? []
          : [words.plannedBy(dayText(given.planned.on, language), given.planned.by)]),
        ...proofs(given.evidence, view),
      ];
    case 'judgement':
      return judgementLines(given, view);
    case 'opinion':
      return opinionLines(given, view);
  }
}

function judgementLines(given: Extract<Given, { type: 'judgement' }>, view: View): readonly Line[] {
  const words = documentWords[view.language];
  const say = explainWords[view.language];
  if (given.claimed === null) return [];
  if (!given.claimed) return [sentence(say.no)];
  const by =
    given.role === null || given.on === null
      ? ''
      : ` (${say.by(officeTitle(view, given.role), dayText(given.on, view.language))})`;
  return [
    `${sentence(say.yes).slice(0, -1)}${by}.`,
    ...(given.reason === null ? [] : [words.reason(given.reason)]),
    ...proofs(given.evidence, view),
  ];
}

function opinionLines(given: Extract<Given, { type: 'opinion' }>, view: View): readonly Line[] {
  const words = documentWords[view.language];
  const say = explainWords[view.language];
  if (given.result === null) return [];
  const by =
    given.by === null || given.on === null
      ? ''
      : ` (${say.by(officeTitle(view, given.by), dayText(given.on, view.language))})`;
  return [
    `${sentence(say.result[given.result]).slice(0, -1)}${by}.`,
    ...given.conditions.map(({ text, done }) => words.condition(text, done)),
    ...proofs(given.evidence, view),
  ];
}

const proofs = (evidence: readonly Evidence[], { language }: View): readonly string[] =>
  evidence.map(({ source, by, on }) =>
    documentWords[language].proof(source.kind === 'file' ? source.path : source.url, by, dayText(on, language)),
  );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
