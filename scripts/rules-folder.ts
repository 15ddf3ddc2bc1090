import { relative, sep } from 'node:path';
import { readRulesFolder as read } from '../src/files/rules-folder.ts';
import { parseIsoDate, type IsoDate } from '../src/model/date.ts';
import type { Position } from '../src/model/position.ts';
import type { Problem } from '../src/model/problem.ts';
import type { TextFile } from '../src/read/book.ts';
import { decodeUtf8 } from '../src/read/yaml.ts';
import { problemText } from '../src/text/problems.ts';

/** The YAML files of a rules folder, by name from the current folder. */
export function readRulesFolder(folder: string): readonly TextFile[] {
  return read(folder, relative('.', folder).split(sep).join('/')).map(({ name, bytes }) => {
    const text = decodeUtf8(bytes, name);
    if (!text.ok) throw new Error(text.problems.map(problemLine).join('\n'));
    return { name, text: text.value };
  });
}

/** The day on which the built-in cases are looked at where they name none. */
export const casesAsOf = dayOf('2026-11-24');

/** The day on which the files of the blind test are looked at: after the writers, who confirmed their lists on the day they wrote. */
export const blindAsOf = dayOf('2026-11-30');

function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
}

export const place = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

export const problemLine = (problem: Problem): string =>
  `${place(problem.at)} ${problem.code} ${problemText(problem, 'en')}`;
