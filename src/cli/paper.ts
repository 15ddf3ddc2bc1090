import type { Problem } from '../model/problem.ts';
import type { Paper } from '../report/paper/blocks.ts';
import { markdown } from '../report/paper/markdown.ts';
import { openSink } from './sink.ts';
import type { World } from './world.ts';

export const isWordName = (output: string | undefined): boolean => /\.docx$/i.test(output ?? '');

/** Writes a paper, as Word or as Markdown, into a file or onto the screen. A problem: nothing was written. */
export async function writePaper(
  paper: Paper,
  { output, isWord }: { readonly output: string | undefined; readonly isWord: boolean },
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
