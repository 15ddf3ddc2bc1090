import type { FilledPart, Held } from '../../assess/fill.ts';
import type { Conditional, Shown } from '../../model/document.ts';
import type { Text } from '../../model/language.ts';
import { dayText } from '../../text/messages.ts';
import { judgementTexts, rolesText, tierText } from '../outcome.ts';
import type { Block } from '../paper/blocks.ts';
import { factOf, obligationOf, officeTitle, titleOf } from '../view.ts';
import { answerBlocks } from './answer.ts';
import { askedNumber, cited, type Desk, note, openNote, paragraph, wordsOf } from './desk.ts';
import { plain, withGaps } from './gaps.ts';

/** One part of a section, filled. */
export function partBlocks(part: FilledPart, desk: Desk): readonly Block[] {
  const { view } = desk;
  const say = wordsOf(desk);
  switch (part.kind) {
    case 'say':
      return sayBlocks(part, desk);
    case 'points':
      return pointBlocks(part.of, desk);
    case 'answers':
      return answersBlocks(part.of, desk);
    case 'criteria':
      return [
        {
          kind: 'table',
          head: say.criterion,
          widths: [60, 40],
          rows: part.of.map(({ text, held }) => [
            text[view.language],
            say.outcome(
              held.truth,
              held.asks.map((fact) => askedNumber(fact, desk)),
            ),
          ]),
        },
      ];
    case 'duties':
      return dutyBlocks(part, desk);
    case 'write':
    case 'decide':
      return taskBlocks(part, desk);
    case 'show':
      return shownBlocks(part.what, desk);
  }
}

/** What is certainly so is said; what may be so is marked with what decides; what is not so is left out, or said otherwise. */
function sayBlocks(sentence: Conditional & { readonly held: Held }, desk: Desk): readonly Block[] {
  const said = saidOf(sentence);
  if (said !== null) return [paragraph(withGaps(said, desk))];
  return sentence.held.truth === 'unknown' ? [openSentence(sentence, desk)] : [];
}

function saidOf({ held, text, otherwise }: Conditional & { readonly held: Held }): Text | null {
  if (held.truth === 'true') return text;
  return held.truth === 'false' ? otherwise : null;
}

function openSentence({ text, held }: Conditional & { readonly held: Held }, desk: Desk): Block {
  const say = wordsOf(desk);
  const sentence = plain(withGaps(text, desk));
  if (held.asks.length === 0) return openNote('decide', say.checkSentence(sentence), '', desk);
  return note(
    say.onlyIf(
      held.asks.map((fact) => askedNumber(fact, desk)),
      sentence,
    ),
  );
}

/** Certain points as a list, and after it those that are open. */
function pointBlocks(points: readonly (Conditional & { readonly held: Held })[], desk: Desk): readonly Block[] {
  const said = points.flatMap((point) => saidOf(point) ?? []);
  const open = points.filter(({ held }) => held.truth === 'unknown');
  return [
    ...(said.length === 0
      ? []
      : [{ kind: 'list', ordered: false, items: said.map((text) => withGaps(text, desk)) } as const]),
    ...open.map((point) => openSentence(point, desk)),
  ];
}

function answersBlocks(answers: readonly Answered[], desk: Desk): readonly Block[] {
  const { view } = desk;
  const say = wordsOf(desk);
  const asked = answers.filter(isAsked);
  if (asked.length === 0) return [paragraph(say.noneAsked)];
  return asked.flatMap(({ answer, asked: { truth, asks } }): readonly Block[] => {
    const fact = factOf(view, answer.fact);
    const blocks = answerBlocks(answer, fact, view);
    if (answer.state !== 'unknown') return blocks;
    // While it is open whether the question arises at all, only what decides that is asked.
    if (truth === 'unknown' && answer.given === null && asks.length > 0)
      return [...blocks, note(say.askedOnlyIf(asks.map((one) => askedNumber(one, desk))))];
    const before = desk.asked.get(answer.fact);
    const number = askedNumber(answer.fact, desk);
    const text = before === undefined ? say.enter(fact.id) : say.seeAbove(number);
    return [...blocks, note(say.open(number, 'answer', text))];
  });
}

type Answered = Extract<FilledPart, { kind: 'answers' }>['of'][number];

/** A closed list has answered for the others, or made them idle. */
const isAsked = ({ answer, asked }: Answered): boolean =>
  answer.state === 'given' || (answer.state === 'unknown' && (answer.given !== null || asked.truth !== 'false'));

function dutyBlocks({ of: findings, looked }: Extract<FilledPart, { kind: 'duties' }>, desk: Desk): readonly Block[] {
  const { view } = desk;
  const say = wordsOf(desk);
  if (findings.length === 0) return [paragraph(looked ? say.noDuties : say.notLooked)];
  return [
    {
      kind: 'table',
      head: say.duty,
      widths: [35, 20, 45],
      rows: findings.map((finding) => {
        const rule = obligationOf(view, finding);
        const [first] = finding.cite;
        return [
          `${titleOf(view, finding)}${first === undefined ? '' : ` (${cited(first, view)})`}`,
          finding.state === 'open' && finding.doubt !== null ? view.say.doubt[finding.doubt] : say.state[finding.state],
          finding.state === 'met' || !('toDo' in rule) ? '' : rule.toDo[view.language],
        ];
      }),
    },
  ];
}

function taskBlocks(part: Extract<FilledPart, { kind: 'write' | 'decide' }>, desk: Desk): readonly Block[] {
  if (part.held.truth === 'false') return [];
  const asking = part.held.truth === 'unknown' ? part.held.asks.map((fact) => askedNumber(fact, desk)) : [];
  const say = wordsOf(desk);
  const text = plain(withGaps(part.text, desk));
  const who = part.who === null ? '' : officeTitle(desk.view, part.who);
  const open = openNote(part.kind, asking.length === 0 ? text : say.taskOnlyIf(text, asking), who, desk);
  if (part.kind === 'write') return [open];
  const boxes = part.options.map((option) => ({ text: option[desk.view.language], ticked: false }));
  return [open, { kind: 'boxes', items: boxes }];
}

function shownBlocks(what: Shown, desk: Desk): readonly Block[] {
  const { view } = desk;
  const { say, assessment, language } = view;
  switch (what) {
    case 'tier':
      return [paragraph(tierText(view))];
    case 'roles':
      return [rolesText(view)].filter((text) => text !== '').map(paragraph);
    case 'judgements': {
      const texts = judgementTexts(view);
      return texts.length === 0
        ? [paragraph(wordsOf(desk).noJudgements)]
        : [{ kind: 'list', ordered: false, items: texts }];
    }
    case 'approval': {
      const { state, by, on } = assessment.approval;
      return [
        paragraph(
          say.approval[state](by === null ? '' : officeTitle(view, by), on === null ? '' : dayText(on, language)),
        ),
      ];
    }
    case 'register':
      return [
        paragraph(
          assessment.register === null
            ? say.registerMissing
            : say.registered(dayText(assessment.register.on, language), assessment.register.entry ?? ''),
        ),
      ];
  }
}
