import type { Result } from '../../model/problem.ts';
import type { Encoding } from './mapping.ts';

/** The text of a list. Whoever begins it with the mark of UTF-16 has said what it is. */
export function decodeList(bytes: Uint8Array, file: string, said: Encoding): Result<string> {
  const encoding: Encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : said;
  if (encoding === 'windows-1252') return { ok: true, value: fromWindows(bytes) };
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problems: [{ code: 'list-encoding', at: { file, line: 1, column: 1 }, params: { encoding } }] };
  }
}

/** What Windows-1252 has where Latin-1 has controls; five places are empty. Node.js up to 23 decodes it as Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const fromWindows = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replaceAll(/[\u0080-\u009F]/g, (character) => windows.charAt(character.charCodeAt(0) - 0x80));
