import { diffWords } from '../../text/diff-words.ts';
import { messages } from '../../text/messages.ts';
import { forTerminal } from '../escape.ts';
import { labelledLines } from '../rule-sheet.ts';
import { mostItems, pageWidth, sides, wrap } from '../terminal/page.ts';
import { counter } from './count.ts';
import { type DiffReporter, type DiffRun, isSame } from './run.ts';
import { type Block, type Item, oneSided, type Sheet, sheetOf, sideText } from './view.ts';

/** The comparison that people read at a terminal: of each use case that differs what, and why. */
export function diffTerminal(run: DiffRun): DiffReporter {
  const counts = counter();
  const say = diffWords[run.language];
  return {
    begin: () => head(run),
    each: (compared) => {
      counts.add(compared);
      if (compared.change !== 'both') return sheetText(oneSided(compared, run), run);
      return isSame(compared.comparison) ? '' : sheetText(sheetOf(compared.comparison, run), run);
    },
    end: () => `${wrap(say.total(counts.all()), widthOf(run)).join('\n')}\n`,
  };
}

const widthOf = ({ width }: DiffRun): number => pageWidth(width);
const labelled = (label: string, text: string, run: DiffRun): readonly string[] =>
  labelledLines(label, forTerminal(text), widthOf(run));

function head(run: DiffRun): string {
  const { label, title, pack, ruleCount } = diffWords[run.language];
  const { packs, added, removed, changed } = run.rules;
  const count = added.length + removed.length + changed.length;
  const rules = [
    ...packs.map(({ id, from, to }) => pack(id, from, to)),
    ...(count === 0 ? [] : [ruleCount(added.length, removed.length, changed.length)]),
  ];
  return `${[
    ...sides(title, '', widthOf(run)),
    ...labelled(label.old, sideText(run.before, run), run),
    ...labelled(label.new, sideText(run.after, run), run),
    ...(rules.length === 0 ? [] : labelled(label.rules, rules.join(', '), run)),
  ].join('\n')}\n\n`;
}

function sheetText({ title, id, facts, blocks }: Sheet, run: DiffRun): string {
  const parts = [
    [
      ...wrap(`${forTerminal(title)} (${id})`, widthOf(run)),
      ...facts.flatMap(({ label, text, because }) => [
        ...labelled(label, text, run),
        ...because.flatMap((line) => labelled('', line, run)),
      ]),
    ],
    ...blocks.map((block) => blockLines(block, run)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function blockLines({ heading, items }: Block, run: DiffRun): readonly string[] {
  const shown = run.verbose ? items : items.slice(0, mostItems);
  const rest = items.length - shown.length;
  const { more, all } = messages[run.language];
  return [
    heading,
    ...shown.flatMap((item) => itemLines(item, run)),
    ...(rest > 0 ? [`    ${more(rest)} · ${all}`] : []),
  ];
}

function itemLines({ mark, title, id, lines }: Item, run: DiffRun): readonly string[] {
  const width = widthOf(run) - 4;
  return [
    ...wrap(`${forTerminal(title)} (${id})`, width).map(
      (line, index) => `${index === 0 ? ` ${mark}  ` : '    '}${line}`,
    ),
    ...lines.flatMap((line) => wrap(forTerminal(line), width).map((part) => `    ${part}`)),
  ];
}
