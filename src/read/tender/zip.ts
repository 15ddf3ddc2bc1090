import { unzipSync } from 'fflate';
import { Unreadable } from './obstacle.ts';

/** In MiB, all parts that are looked into together: the text of a thousand pages has a third of it. */
const mostUnpacked = 32;
const mostEntries = 10_000;

export interface Archive {
  readonly has: (name: string) => boolean;
  /** The bytes of one part; null: there is none. */
  readonly part: (name: string) => Uint8Array | null;
}

/**
 * The parts of a zip file, unpacked one by one when they are asked for. What the directory declares is the most that is ever unpacked,
 * and a part that two entries name is refused: programs differ in which of them they show.
 */
export function openZip(bytes: Uint8Array): Archive {
  // Bit 0 of the flags of the first entry: encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) throw new Unreadable({ code: 'encrypted' });
  const sizes = new Map<string, number>();
  unpack(bytes, ({ name, originalSize }) => {
    if (sizes.has(name) || sizes.size >= mostEntries) throw new Unreadable({ code: 'broken' });
    sizes.set(name, originalSize);
    return false;
  });
  let left = mostUnpacked * 1024 * 1024;
  return {
    has: (name) => sizes.has(name),
    part: (name) => {
      const size = sizes.get(name);
      if (size === undefined) return null;
      left -= size;
      if (left < 0) throw new Unreadable({ code: 'unpacks-too-large', limit: mostUnpacked });
      return unpack(bytes, (entry) => entry.name === name)[name] ?? null;
    },
  };
}

function unpack(bytes: Uint8Array, filter: (entry: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable({ code: 'broken' });
  }
}
