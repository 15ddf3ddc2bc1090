import type { Position } from '../model/position.ts';
import { forXml } from './escape.ts';
import { byFile, type Level, problemSentence, resultsOf, sentencesOf } from './result.ts';
import type { Reporter, Run } from './run.ts';
import { viewOf } from './view.ts';

interface Entry {
  readonly at: Position;
  readonly level: Level;
  readonly text: string;
  readonly source: string;
}

/** Checkstyle's XML, for older build servers. What is met and what others owe is no entry. */
export const checkstyle = (run: Run): Reporter => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  each: (assessment) =>
    filesText(
      resultsOf(viewOf(assessment, run.compiled, run.language))
        .filter(({ standing }) => standing !== 'met' && standing !== 'others')
        .map((result) => ({
          at: result.at,
          level: result.level,
          text: sentencesOf(result).join(' '),
          source: result.id,
        })),
    ),
  end: ({ problems }) =>
    `${filesText(
      problems.map((problem) => ({
        at: problem.at,
        level: 'error',
        text: problemSentence(problem, run),
        source: problem.code,
      })),
    )}</checkstyle>\n`,
});

const filesText = (entries: readonly Entry[]): string =>
  [...byFile(entries)]
    .map(([file, found]) => `<file name="${forXml(file)}">\n${found.map(entryText).join('')}</file>\n`)
    .join('');

const severities = { error: 'error', warning: 'warning', note: 'info' } as const;

const entryText = ({ at, level, text, source }: Entry): string =>
  `<error line="${Math.max(1, at.line)}" column="${Math.max(1, at.column)}" severity="${severities[level]}" ` +
  `message="${forXml(text)}" source="kompass.${forXml(source)}"/>\n`;
