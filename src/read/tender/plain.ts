import type { DocumentText, Passage } from '../../model/tender.ts';
import { Unreadable } from './obstacle.ts';
import { holdsText, tidy } from './tidy.ts';

/** A text file, paragraph by paragraph with the line on which it begins. */
export function readPlain(bytes: Uint8Array): DocumentText {
  return passagesOf(decode(bytes));
}

/** A Markdown file: its marks are no text, and neither is what stands in comments or is struck through. */
export function readMarkdown(bytes: Uint8Array): DocumentText {
  return passagesOf(withoutMarks(withoutUnseen(decode(bytes))));
}

function decode(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
    if (text.includes('\0')) throw new Unreadable({ code: 'wrong-format' });
    return text;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable({ code: 'not-utf8' });
  }
}

function passagesOf(text: string): DocumentText {
  const passages: Passage[] = [];
  let begun: { readonly number: number; readonly lines: string[] } | null = null;
  const end = (): void => {
    const read = begun === null ? '' : tidy(begun.lines.join('\n'));
    if (begun !== null && holdsText(read)) passages.push({ unit: 'line', number: begun.number, text: read });
    begun = null;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') end();
    else if (begun === null) begun = { number: index + 1, lines: [line] };
    else begun.lines.push(line);
  }
  end();
  return { passages, obstacles: passages.length === 0 ? [{ code: 'no-text' }] : [] };
}

/**
 * Comments and `~~struck through~~` go, but not their line breaks, by which lines are counted. A comment that is not closed hides the
 * rest; `~~~` fences code.
 */
const withoutUnseen = (text: string): string =>
  text.replaceAll(/<!--[^]*?(?:-->|$(?![^]))|(?<!~)~~(?!~)(?:(?!\n[ \t]*\n)[^])*?~~/g, (unseen) =>
    '\n'.repeat(unseen.split('\n').length - 1),
  );

const withoutMarks = (text: string): string =>
  text
    .replaceAll(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\|[ \t]*)/gm, '')
    .replaceAll(/[ \t]*\|[ \t]*$/gm, '')
    .replaceAll(/<\/?[a-zA-Z][^<>\n]{0,200}>/g, ' ')
    .replaceAll(/(?<!\\)(?:\*\*|__|[*`])/g, '')
    .replaceAll(/\\([\\`*_[\]<>#|~!&{}()+.-])/g, '$1');
