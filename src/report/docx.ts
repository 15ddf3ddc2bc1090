import { messages } from '../text/messages.ts';
import { sheetWords } from '../text/sheet-words.ts';
import type { Block, Inline } from './paper/blocks.ts';
import { word } from './paper/word.ts';
import { problemSentence } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import type { Entry } from './sheet/entry.ts';
import { byDay } from './sheet/timeline.ts';
import { viewOf } from './view.ts';

/** The report of officers as a Word file that can be edited. */
export function docx(run: Run): Reporter {
  const { language } = run;
  const say = messages[language];
  const blocks: Block[] = [];
  const titles: string[] = [];
  return {
    begin: () => '',
    each: (assessment) => {
      const sheet = sheetOf(viewOf(assessment, run.compiled, language));
      titles.push(sheet.title);
      blocks.push(...sheetBlocks(sheet, language));
      return '';
    },
    end: ({ problems }) => {
      const wrong = problems.map((problem) => {
        const { file, line, column } = problem.at;
        return `${file === '' ? '' : `${file}:${line}:${column} `}${problemSentence(problem, run)}`;
      });
      return word({
        title: titles.length === 1 ? `${titles.join()} · ${say.tagline}` : say.tagline,
        language,
        blocks: [
          { kind: 'paragraph', text: say.tagline },
          ...blocks,
          ...(wrong.length === 0
            ? []
            : [
                { kind: 'heading', level: 1, text: sheetWords[language].heading.problems } as const,
                { kind: 'list', ordered: false, items: wrong } as const,
              ]),
          { kind: 'paragraph', text: say.disclaimer },
        ],
      });
    },
  };
}

function sheetBlocks(sheet: Sheet, language: Run['language']): readonly Block[] {
  const words = sheetWords[language];
  const { met, unmet, open } = messages[language].tally;
  return [
    { kind: 'title', text: sheet.title },
    { kind: 'note', text: [{ kind: 'strong', text: sheet.result }] },
    ...sheet.facts.flatMap(({ label, texts: [first = '', ...rest] }): readonly Block[] => [
      { kind: 'field', label: `${label}:`, value: first },
      ...rest.map((text) => ({ kind: 'paragraph', text }) as const),
    ]),
    ...sheet.sections.flatMap(({ heading, entries }): readonly Block[] => [
      { kind: 'heading', level: 1, text: heading },
      ...entries.flatMap((entry) => entryBlocks(entry, language)),
    ]),
    ...(sheet.timeline.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: words.heading.timeline } as const,
          ...byDay(sheet.timeline, language).flatMap(([from, items]): readonly Block[] => [
            { kind: 'paragraph', text: [{ kind: 'strong', text: from }], leads: true },
            { kind: 'list', ordered: false, items },
          ]),
        ]),
    ...(sheet.aspects.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: words.heading.standing } as const,
          {
            kind: 'table',
            head: [words.column.aspect, met, unmet, open],
            rows: sheet.aspects.map(([title, ...counts]) => [title, ...counts.map(String)]),
          } as const,
          { kind: 'table', head: [words.column.step, words.column.state], rows: sheet.steps } as const,
        ]),
  ];
}

function entryBlocks({ title, weight, texts, cite, rule }: Entry, language: Run['language']): readonly Block[] {
  const cites = cite.flatMap(({ text, url }, index): readonly Inline[] => [
    ...(index === 0 ? [] : [' · ']),
    { kind: 'link', text, to: url },
  ]);
  const source: readonly Inline[] = [
    ...cites,
    ...(rule === '' ? [] : [{ kind: 'code', text: ` ${sheetWords[language].rule(rule)}` } as const]),
  ];
  return [
    { kind: 'heading', level: 2, text: title },
    ...(weight === '' ? [] : [{ kind: 'paragraph', text: [{ kind: 'code', text: weight }], leads: true } as const]),
    // Citations stay with what they are about.
    ...texts.map(
      (text, index) => ({ kind: 'paragraph', text, leads: index === texts.length - 1 && source.length > 0 }) as const,
    ),
    ...(source.length === 0 ? [] : [{ kind: 'paragraph', text: source } as const]),
  ];
}
