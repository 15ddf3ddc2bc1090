import type { DocumentText } from '../../model/tender.ts';
import { nothing, Unreadable } from './obstacle.ts';

type Read = (bytes: Uint8Array) => DocumentText | Promise<DocumentText>;

/** A reader is loaded when the first document of its kind comes. */
const readers = {
  docx: async () => (await import('./docx.ts')).readDocx,
  odt: async () => (await import('./odt.ts')).readOdt,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  md: async () => (await import('./plain.ts')).readMarkdown,
  txt: async () => (await import('./plain.ts')).readPlain,
} satisfies Record<string, () => Promise<Read>>;
type Kind = keyof typeof readers;

const endings: ReadonlyMap<string, Kind> = new Map([
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['odt', 'odt'],
  ['pdf', 'pdf'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['txt', 'txt'],
  ['text', 'txt'],
]);

/** The text of a document, with what kept us from reading it or parts of it. Never throws for what stands in the bytes. */
export async function documentText(file: string, bytes: Uint8Array): Promise<DocumentText> {
  const kind = endings.get(file.slice(file.lastIndexOf('.') + 1).toLowerCase());
  if (kind === undefined) return nothing({ code: /\.(?:doc|dot)$/i.test(file) ? 'old-word' : 'unknown-format' });
  const wrong = wrongStart(kind, bytes);
  if (wrong !== null) return nothing(wrong);
  try {
    const read = await readers[kind]();
    return await read(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return nothing(error.obstacle);
    throw error;
  }
}

const starts: Readonly<Partial<Record<Kind, string>>> = { docx: 'PK\u0003\u0004', odt: 'PK\u0003\u0004', pdf: '%PDF-' };
/** How far from its start a PDF file may say what it is. */
const slack = 1024;

/** The name says one thing and the bytes another. A Word file with a password is no zip file any more. */
function wrongStart(kind: Kind, bytes: Uint8Array) {
  if (bytes.length === 0) return { code: 'no-text' } as const;
  const start = starts[kind];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, slack));
  if (start === undefined || (kind === 'pdf' ? head.includes(start) : head.startsWith(start))) return null;
  if (kind === 'pdf' || !head.startsWith('\u00D0\u00CF\u0011\u00E0')) return { code: 'wrong-format' } as const;
  return { code: holdsWide(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-word' } as const;
}

/** Whether the bytes hold a word in UTF-16, as the folder of a compound file does. */
const holdsWide = (bytes: Uint8Array, word: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(Array.from(word).join('\0'));
