import { dayText } from '../../text/messages.ts';
import { resultText, tierText } from '../outcome.ts';
import type { Block } from '../paper/blocks.ts';
import { titleOf } from '../view.ts';
import { cited, type Desk, note, paragraph, wordsOf } from './desk.ts';

/** What the draft is about, whether it is needed, and the list of what is open; written last, when the list is whole. */
export function coverBlocks(desk: Desk): readonly Block[] {
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
