/** One of several parts of the input that together are all of it. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** `2/8`; null: not so. */
export function shardIn(text: string): Shard | null {
  const found = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text);
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  return part <= of ? { part, of } : null;
}

/** Each file belongs to one part by its name alone, so that a new file moves no other (docs/many-files.md). */
export const partOf = (files: readonly string[], { part, of }: Shard): readonly string[] =>
  files.filter((file) => hash(file) % of === part - 1);

/** FNV-1a, 32 bits, over the characters as they are in the name. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  // The last bits of neighbouring names differ little: those above are mixed in.
  return (value ^ (value >>> 15)) >>> 0;
}
