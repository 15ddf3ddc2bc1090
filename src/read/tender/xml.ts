import { SaxesParser } from 'saxes';
import { Unreadable } from './obstacle.ts';

/** Names without their prefix, which every program may choose. */
export interface XmlHandler {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const deepest = 500;
/** Handed over in pieces: the parser keeps what it has not finished. */
const piece = 64 * 1024;

/** Walks through an XML part. No document type, so no entities of its own and nothing from outside. */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable({ code: 'broken' });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Unreadable({ code: 'broken' });
    handler.open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(local(name));
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  try {
    const text = decode(bytes);
    for (let at = 0; at < text.length; at += piece) parser.write(text.slice(at, at + piece));
    parser.close();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable({ code: 'broken' });
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
