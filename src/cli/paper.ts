import { extname } from 'node:path';
import { nowhere } from '../files/find.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Paper } from '../report/paper/blocks.ts';
import { markdown } from '../report/paper/markdown.ts';
import { openSink, overwrites } from './sink.ts';
import type { World } from './world.ts';

export interface PaperOptions {
  /** None: by the name of the output. */
  readonly format?: 'markdown' | 'docx';
  readonly output?: string;
}

interface PaperTarget {
  readonly output: string | undefined;
  readonly isWord: boolean;
}

const isWordName = (output: string | undefined): boolean => /\.docx$/i.test(output ?? '');

/** What the name of a paper may end in; without an ending it is Markdown. */
const endings: ReadonlySet<string> = new Set(['', '.docx', '.md', '.markdown', '.txt']);

/** Markdown under the name of a PDF opens nowhere, and under that of a YAML file it may replace somebody's answers. */
function unknownEnding(output: string | undefined): Problem | null {
  if (output === undefined || endings.has(extname(output).toLowerCase())) return null;
  return { code: 'unknown-ending', at: nowhere, params: { path: output, known: ['.docx', '.md'] } };
}

/** Where a paper goes, and as what; `inputs`: what is read, and may not be written over. */
export function paperTarget(
  { format, output }: PaperOptions,
  inputs: readonly string[],
  { cwd, stdout }: World,
): Result<PaperTarget> {
  const isWord = format === 'docx' || (format === undefined && isWordName(output));
  // Bytes would only confuse a terminal.
  const problem: Problem | null =
    isWord && output === undefined && stdout.isTTY === true
      ? { code: 'missing-key', at: nowhere, params: { key: '--output' } }
      : (overwrites(output, inputs, cwd) ?? (format === undefined ? unknownEnding(output) : null));
  return problem === null ? { ok: true, value: { output, isWord } } : { ok: false, problems: [problem] };
}

/** Writes a paper, as Word or as Markdown, into a file or onto the screen. A problem: nothing was written. */
export async function writePaper(
  paper: Paper,
  { output, isWord }: PaperTarget,
  world: World,
): Promise<readonly Problem[]> {
  const sink = await openSink(output, world);
  if (!sink.ok) return sink.problems;
  await sink.value.write(isWord ? await wordOf(paper) : markdown(paper));
  await sink.value.finish();
  return [];
}

/** What makes Word files is large, so it is loaded only for one. */
async function wordOf(paper: Paper): Promise<Uint8Array> {
  const { word } = await import('../report/paper/word.ts');
  return word(paper);
}
