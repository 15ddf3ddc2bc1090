import { constants, inflateSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { Unreadable } from './obstacle.ts';

/** In MiB: all that the streams of a file unpack to, pictures apart, and each picture alone; then all pictures together. */
const mostUnpacked = 64;
const mostPictured = 1024;
const mebibyte = 1024 * 1024;
/** Small pieces go in, so that what comes out at once stays small too: deflate packs at most 1032 to 1. */
const piece = 2 * 1024;
const mostStreams = 200_000;

/**
 * Refuses a PDF file that would fill the memory, or that is encrypted, before anybody opens it. All compressed streams are unpacked and
 * thrown away, whatever their dictionaries say; what is packed in a way that cannot be measured so is refused when it is large.
 */
export function checkPdfSize(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  if (encrypts.test(text)) throw new Unreadable({ code: 'encrypted' });
  const left = { text: mostUnpacked * mebibyte, pictures: mostPictured * mebibyte };
  let count = 0;
  for (const { start, end, dictionary } of streams(text)) {
    count += 1;
    if (count > mostStreams) throw tooLarge();
    const kind = /\/Subtype\s*\/Image\b/.test(dictionary) ? 'pictures' : 'text';
    const most = Math.min(left[kind], mostUnpacked * mebibyte);
    const size = unpackedSize(bytes.subarray(start, end), dictionary, most);
    if (size > most) throw tooLarge();
    left[kind] -= size;
  }
}

const tooLarge = () => new Unreadable({ code: 'unpacks-too-large', limit: mostUnpacked });

/** Names may be written with `#45` for `E`. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The entry of a trailer by which a file says that it is encrypted. */
const encrypts = new RegExp(
  `/${Array.from('Encrypt', (letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}[\\s\\d<]`,
  'i',
);

interface Stream {
  readonly start: number;
  readonly end: number;
  readonly dictionary: string;
}

/** Every place where a stream can begin, also within the data of another: what hides there would be found by whoever repairs the file. */
function* streams(text: string): Generator<Stream> {
  let end = 0;
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue;
    const start = at + 6 + (text.startsWith('\r\n', at + 6) ? 2 : 1);
    if (end < start) end = text.indexOf('endstream', start);
    if (end < 0) end = text.length;
    yield { start, end, dictionary: dictionaryBefore(text, at) };
  }
}

function dictionaryBefore(text: string, keyword: number): string {
  const near = text.slice(Math.max(0, keyword - 4_000), keyword);
  return plainNames(near.slice(near.lastIndexOf(' obj') + 1));
}

/** How much comes out, or more than `most`. */
function unpackedSize(data: Uint8Array, dictionary: string, most: number): number {
  const packings =
    dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/g) ??
    [];
  const isPlainFlate = packings.every((name) => name === '/FlateDecode' || name === '/Fl') && packings.length <= 1;
  if (isPlainFlate && !/\/Filter\s+\d+\s+\d+\s+R/.test(dictionary)) return inflatedSize(data, most);
  // Packed twice, or otherwise: the worst that can come of it.
  return data.length * (packings.length > 1 ? 1_300 * 64 : 1_300);
}

function inflatedSize(data: Uint8Array, most: number): number {
  const [method = 0, flags = 0] = data;
  if ((method & 15) !== 8 || ((method << 8) | flags) % 31 !== 0) return 0;
  try {
    return inflateSync(data, { maxOutputLength: most + 1, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isFull ? most + 1 : sizeUntilBroken(data, most);
  }
}

/** Broken data unpack to what comes out before they break; the reader of the file finds out what is missing. */
function sizeUntilBroken(data: Uint8Array, most: number): number {
  const unpacked = { size: 0 };
  const inflate = new Inflate((part) => {
    unpacked.size += part.length;
  });
  try {
    for (let at = 2; at < data.length && unpacked.size <= most; at += piece)
      inflate.push(data.subarray(at, at + piece), at + piece >= data.length);
  } catch {
    return unpacked.size;
  }
  return unpacked.size;
}
