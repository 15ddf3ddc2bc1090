import { isMap, isScalar, type Pair, parse, parseDocument, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import { withoutHint } from '../text/template-file.ts';

/**
 * The text of a use-case file with one more answer, or another one: `key` is `section.name`, `value` is YAML on one line. What need not be
 * touched stays as it is, byte for byte: comments (but what a template proposed here), order, quotes, line ends. The text must be a file that could be read; null: it is laid
 * out in a way in which the result would not read as it should.
 */
export function withAnswer(text: string, key: string, value: string): string | null {
  const dot = key.indexOf('.');
  const [section, name] = [key.slice(0, dot), key.slice(dot + 1)];
  // Whoever does not know leaves what a template proposes to others.
  const edited = edit(value === 'unknown' ? text : withoutHint(text, section, name), section, name, value);
  const before = contentOf(text);
  const wanted = { ...before, [section]: { ...Object(before[section]), [name]: parse(value, { version: '1.2' }) } };
  return says(edited, wanted) ? edited : null;
}

const contentOf = (text: string): Readonly<Record<string, unknown>> => Object(parse(text, { version: '1.2' }));

function says(text: string, wanted: unknown): boolean {
  try {
    return JSON.stringify(sorted(contentOf(text))) === JSON.stringify(sorted(wanted));
  } catch {
    return false;
  }
}

/** Keys in one order, so that two texts can be compared by what they say. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

type Entry = Pair<ParsedNode, ParsedNode | null>;
type Entries = YAMLMap.Parsed;

function edit(text: string, section: string, name: string, value: string): string {
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const top = parseDocument(text, { version: '1.2' }).contents;
  const found = isMap(top) ? entryOf(top, section) : undefined;
  if (found === undefined) return atEnd(text, `${section}:${line}  ${name}: ${value}${line}`, line);
  const map = found.value;
  if (!isMap(map)) return replaced(text, found, `${line}  ${name}: ${value}`);
  const entry = entryOf(map, name);
  if (entry !== undefined) return replaced(text, entry, ` ${value}`);
  return map.flow === true ? intoFlow(text, map, `${name}: ${value}`) : below(text, map, `${name}: ${value}`, line);
}

const entryOf = (map: Entries, name: string): Entry | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.source === name);

const cut = (text: string, from: number, to: number, put: string): string => text.slice(0, from) + put + text.slice(to);

/** After everything else, but before a mark that ends the document. */
function atEnd(text: string, put: string, line: string): string {
  const end = /^\.\.\.[ \t]*\r?$/m.exec(text)?.index ?? text.length;
  const gap = end === 0 || text.slice(0, end).endsWith('\n') ? '' : line;
  return cut(text, end, end, gap + put);
}

/** In the place of what stands behind the colon. What was written over several lines ends with a line of its own. */
function replaced(text: string, { key, value }: Entry, put: string): string {
  const colon = text.indexOf(':', key.range[1]) + 1;
  const end = value === null || isEmpty(value) ? colon : value.range[1];
  const old = text.slice(colon, end);
  const tail = /\r?\n$/.exec(old)?.[0] ?? '';
  return cut(text, colon, end, put + tail);
}

const isEmpty = (value: ParsedNode): boolean =>
  isScalar(value) && value.value === null && value.type === Scalar.PLAIN && value.source === '';

function intoFlow(text: string, map: Entries, put: string): string {
  const last = map.items.at(-1);
  const open = map.range[0] + 1;
  if (last === undefined) return cut(text, open, text.indexOf('}', open), ` ${put} `);
  const end = endOf(last);
  return cut(text, end, end, `, ${put}`);
}

/** On a line of its own after the last entry, as far to the right as the first. */
function below(text: string, map: Entries, put: string, line: string): string {
  const [first, last] = [map.items[0], map.items.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A block of YAML is never empty.');
  const start = first.key.range[0];
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const end = endOf(last);
  if (text.slice(0, end).endsWith('\n')) return cut(text, end, end, `${indent}${put}${line}`);
  const next = text.indexOf('\n', end);
  return next < 0 ? `${text}${line}${indent}${put}${line}` : cut(text, next + 1, next + 1, `${indent}${put}${line}`);
}

const endOf = ({ key, value }: Entry): number => (value === null ? key.range[1] + 1 : value.range[1]);
