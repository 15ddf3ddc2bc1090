import { known } from '../assess/compile.ts';
import type { Filled, FilledPart, FilledSection, Held } from '../assess/fill.ts';
import type { Blank, Conditional, Shown } from '../model/document.ts';
import type { FactId } from '../model/ids.ts';
import type { Text } from '../model/language.ts';
import type { Citation } from '../model/source.ts';
import { citationText } from '../text/citation.ts';
import { documentWords, type Task } from '../text/document-words.ts';
import { dayText } from '../text/messages.ts';
import { answerBlocks } from './document/answer.ts';
import { judgementTexts, resultText, rolesText, tierText } from './outcome.ts';
import type { Block, Inline, Line, Paper } from './paper/blocks.ts';
import { factOf, obligationOf, officeTitle, titleOf, type View } from './view.ts';

/** A draft, and how many points are still open in it. */
export interface Draft {
  readonly paper: Paper;
  readonly tasks: number;
}

interface ToDo {
  readonly task: Task;
  readonly text: string;
  readonly who: string;
  readonly section: string;
}

/** What a draft is written with; the list of open points grows while the text is written. */
interface Desk {
  readonly view: View;
  readonly filled: Filled;
  readonly toDo: ToDo[];
  /** The numbers of the questions in the list. */
  readonly asked: Map<FactId, number>;
  readonly gaps: Map<string, number>;
  /** The number of the section that is being written. */
  section: string;
}

/** The draft of a paper: a cover with the list of what is open, and the paper itself, with open points marked where they stand. */
export function documentDraft(filled: Filled, view: View): Draft {
  const desk: Desk = { view, filled, toDo: [], asked: new Map(), gaps: new Map(), section: '' };
  const { language } = view;
  const body = filled.sections.flatMap((section, index) => sectionBlocks(section, index + 1, desk));
  const name = filled.template.title[language];
  const title = documentWords[language].title(name, filled.useCase.title);
  // The cover is taken off the finished paper, so the paper begins on a page of its own and with its own title.
  const cover: readonly Block[] = [{ kind: 'title', text: title }, ...coverBlocks(desk), { kind: 'page-break' }];
  return {
    paper: {
      title,
      language,
      blocks: [...cover, { kind: 'title', text: `${name}: ${filled.useCase.title}` }, ...body],
    },
    tasks: desk.toDo.length,
  };
}

const wordsOf = ({ view }: Desk) => documentWords[view.language];
const paragraph = (text: Line): Block => ({ kind: 'paragraph', text });
const note = (text: Line): Block => ({ kind: 'note', text });

function coverBlocks(desk: Desk): readonly Block[] {
  const { view, filled } = desk;
  const say = wordsOf(desk);
  const { useCase, assessment } = filled;
  const field = (name: keyof typeof say.field, value: string | null): readonly Block[] =>
    value === null ? [] : [{ kind: 'field', label: say.field[name], value }];
  return [
    { kind: 'heading', level: 1, text: say.cover },
    ...field('useCase', `${useCase.title} (${useCase.file})`),
    ...field('purpose', useCase.purpose),
    ...field('unit', [useCase.owner.unit, useCase.owner.role].filter((part) => part !== null).join(', ') || null),
    ...field('start', assessment.start === null ? null : dayText(assessment.start, view.language)),
    ...field('day', dayText(assessment.asOf, view.language)),
    ...field('code', assessment.digest),
    ...field('result', resultText(view)),
    ...field('tier', tierText(view)),
    ...neededBlocks(desk),
    ...say.notAdvice.map(paragraph),
    { kind: 'heading', level: 2, text: say.toDo },
    ...toDoBlocks(desk),
  ];
}

function neededBlocks(desk: Desk): readonly Block[] {
  const { view, filled } = desk;
  const say = wordsOf(desk);
  if (filled.template.neededBy.length === 0) return [];
  const asking = filled.neededBy.filter(({ state }) => state !== 'not-applicable');
  if (asking.length === 0) return [note(say.neededByNone)];
  return asking.map((finding) => {
    const cite = finding.cite.map((one) => cited(one, view)).join(', ');
    return note(say.needed[finding.applies](`${titleOf(view, finding)} (${cite})`, say.state[finding.state]));
  });
}

function toDoBlocks(desk: Desk): readonly Block[] {
  const say = wordsOf(desk);
  if (desk.toDo.length === 0) return [paragraph(say.nothingToDo)];
  return [
    paragraph(say.toDoLead(desk.toDo.length)),
    {
      kind: 'table',
      head: say.column,
      widths: [7, 49, 28, 16],
      rows: desk.toDo.map(({ task, text, who, section }, index) => [
        `${index + 1}`,
        [{ kind: 'strong', text: `${say.task[task]}:` }, ` ${text}`],
        who,
        section,
      ]),
    },
  ];
}

function sectionBlocks({ section, held, parts }: FilledSection, number: number, desk: Desk): readonly Block[] {
  const { view } = desk;
  const say = wordsOf(desk);
  const heading = `${number}. ${section.heading[view.language]}`;
  desk.section = `${number}`;
  return [
    ...(section.newPage ? [{ kind: 'page-break' } as const] : []),
    { kind: 'heading', level: 1, text: heading },
    ...(section.cite.length === 0 ? [] : [paragraph([`${say.basis} `, ...linked(section.cite, view)])]),
    ...(section.help === null
      ? []
      : [paragraph([{ kind: 'code', text: `${say.help} ${section.help[view.language]}` }])]),
    ...(held.truth === 'unknown' ? [sectionNote(held, section.heading, desk)] : []),
    ...parts.flatMap((part) => partBlocks(part, desk)),
  ];
}

function sectionNote(held: Held, heading: Text, desk: Desk): Block {
  const say = wordsOf(desk);
  if (held.asks.length > 0) return note(say.sectionOnlyIf(held.asks.map((fact) => askedNumber(fact, desk))));
  return openNote('decide', say.checkSection(heading[desk.view.language]), '', desk);
}

function partBlocks(part: FilledPart, desk: Desk): readonly Block[] {
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

/** Adds a point to the list and marks its place in the text. */
function openNote(task: Task, text: string, who: string, desk: Desk): Block {
  desk.toDo.push({ task, text, who, section: desk.section });
  return note(wordsOf(desk).open(desk.toDo.length, task, text));
}

/** The number of a question in the list of open points; a new one is added to it. */
function askedNumber(id: FactId, desk: Desk): number {
  const before = desk.asked.get(id);
  if (before !== undefined) return before;
  const { view } = desk;
  const fact = factOf(view, id);
  const who = view.say.listed(fact.answeredBy.map((office) => officeTitle(view, office)));
  const text = `${fact.question[view.language]} (${fact.id})`;
  desk.toDo.push({ task: 'answer', text, who, section: desk.section });
  desk.asked.set(id, desk.toDo.length);
  return desk.toDo.length;
}

/** A text with what the use case fills in. What is not known, or stands in brackets, is for a person to write, and is listed once. */
function withGaps(text: Text, desk: Desk): readonly Inline[] {
  const { language } = desk.view;
  return text[language].split(/(\{\w+\}|\[[^\]]+\])/).flatMap((piece): readonly Inline[] => {
    if (piece === '') return [];
    const blank = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (blank !== undefined && isBlank(blank, desk)) {
      const value = blankValue(blank, desk);
      return [value ?? gap(wordsOf(desk).blank[blank], desk)];
    }
    return piece.startsWith('[') ? [gap(piece.slice(1, -1), desk)] : [piece];
  });
}

function gap(text: string, desk: Desk): Inline {
  if (!desk.gaps.has(text)) {
    desk.toDo.push({ task: 'write', text, who: '', section: desk.section });
    desk.gaps.set(text, desk.toDo.length);
  }
  return { kind: 'strong', text: `[${desk.gaps.get(text) ?? ''}: ${text}]` };
}

const isBlank = (name: string, desk: Desk): name is Blank => name in wordsOf(desk).blank;

function blankValue(blank: Blank, { view, filled }: Desk): string | null {
  const { useCase, assessment } = filled;
  const day = (date: typeof assessment.start) => (date === null ? null : dayText(date, view.language));
  switch (blank) {
    case 'title':
      return useCase.title;
    case 'purpose':
      return useCase.purpose;
    case 'unit':
      return useCase.owner.unit;
    case 'role':
      return useCase.owner.role;
    case 'product':
      return useCase.product?.name ?? null;
    case 'supplier':
      return useCase.product?.supplier ?? null;
    case 'organisation':
      return useCase.organisation;
    case 'start':
      return day(assessment.start);
    case 'end':
      return day(assessment.end);
    case 'day':
      return day(assessment.asOf);
  }
}

const plain = (line: readonly Inline[]): string =>
  line.map((part) => (typeof part === 'string' ? part : part.text)).join('');

const cited = (cite: Citation, { compiled, language }: View): string =>
  citationText(cite, known(compiled.sources, cite.act), language);

const linked = (cite: readonly Citation[], view: View): readonly Inline[] =>
  cite.flatMap((one, index): readonly Inline[] => [
    ...(index === 0 ? [] : [', ']),
    { kind: 'link', text: cited(one, view), to: one.url },
  ]);
