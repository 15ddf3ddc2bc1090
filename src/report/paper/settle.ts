import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// The first day that a ZIP archive can name.
const first = new Date(1980, 0, 1);

/**
 * The Word file without what differs from one run to the next: the time of day and names that were drawn at random. Same document, same
 * bytes.
 */
export function settle(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file));
  const names = drawn(
    parts.flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/"(rId[^"]+)"/g)].map(([, id]) => id ?? '')),
  );
  const settled = parts.map(([path, bytes]) => [path, [strToU8(plainText(strFromU8(bytes), names)), { mtime: first }]]);
  return zipSync(Object.fromEntries(settled));
}

/** Random names of links, in the order in which they come. */
function drawn(ids: readonly string[]): ReadonlyMap<string, string> {
  const random = [...new Set(ids.filter((id) => !/^rId\d+$/.test(id)))];
  return new Map(random.map((id, index) => [id, `rIdLink${index + 1}`]));
}

const plainText = (xml: string, names: ReadonlyMap<string, string>): string =>
  xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$11980-01-01T00:00:00Z')
    .replace(/"(rId[^"]+)"/g, (whole, id: string) => (names.has(id) ? `"${names.get(id) ?? id}"` : whole));
