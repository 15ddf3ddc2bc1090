import { Composer, isCollection, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { CST, Document, ParsedNode, Scalar as YamlScalar, YAMLError, YAMLMap } from 'yaml';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';

/** A YAML document reduced to what we accept: maps with text keys, lists and scalars, each with its place. */
export type Tree = { readonly at: Position } & (
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry> }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | Scalar
);
export interface Entry {
  readonly keyAt: Position;
  readonly value: Tree;
}
/** `text` is the spelling in the source, so that `2026-11` and `1.0` keep theirs. */
interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
}

export interface Limits {
  /** Bytes of a file; characters of a text. */
  readonly size: number;
  readonly depth: number;
}
export const defaultLimits: Limits = { size: 1024 * 1024, depth: 64 };

/** A hostile file could hold a mistake in each line; the first ones are enough to mend it. */
const mostProblems = 20;

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text of a file, without a byte order mark. Problems: `too-large`, `not-utf8`. */
export function decodeUtf8(bytes: Uint8Array, file: string, limits: Limits = defaultLimits): Result<string> {
  if (bytes.length > limits.size) return tooLarge(file, limits);
  try {
    return { ok: true, value: strict.decode(bytes) };
  } catch {
    const lossy = new TextDecoder('utf-8').decode(bytes);
    const at = placeFinder(lossy, file)(Math.max(0, lossy.indexOf('\uFFFD')));
    return { ok: false, problems: [{ code: 'not-utf8', at, params: {} }] };
  }
}

/**
 * The one map that `text` holds. Anchors, aliases, tags, several documents, duplicate keys and control characters in keys are
 * refused. `firstLine`: where the text begins in its file. Never throws; time and memory are linear in the size of the text.
 */
export function parseYaml(text: string, file: string, limits: Limits = defaultLimits, firstLine = 1): Result<Tree> {
  if (text.length > limits.size) return tooLarge(file, limits);
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const place = placeFinder(source, file, firstLine);
  const problems: Problem[] = [];
  const tokens = tokensOf(source, limits, place, problems);
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
  const document = composed(tokens, source.length);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) return { ok: false, problems: [faultProblem(fault, place)] };
  return rootOf(document, source, place);
}

/** The document as plain data. Maps have no prototype, so that no key can reach one. */
export function toPlain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toPlain);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of tree.entries) plain[key] = toPlain(entry.value);
  return plain;
}

/** Where the value at `path` stands; where it is missing, the nearest thing around it that exists. */
export function positionAt(tree: Tree, path: readonly PropertyKey[]): Position {
  let here = tree;
  for (const step of path) {
    const next = childOf(here, step);
    if (next === undefined) break;
    here = next;
  }
  return here.at;
}

function childOf(tree: Tree, step: PropertyKey): Tree | undefined {
  if (tree.kind === 'map') return tree.entries.get(String(step))?.value;
  return tree.kind === 'list' ? tree.items[Number(step)] : undefined;
}

type Place = (offset: number) => Position;

/** Offsets are mostly asked for in ascending order, so the line found last is where to go on. */
function placeFinder(text: string, file: string, firstLine = 1): Place {
  let line = 1;
  let start = 0;
  let end = lineEnd(text, 0);
  return (offset) => {
    const wanted = Math.min(offset, text.length);
    if (wanted < start) {
      line = 1;
      start = 0;
      end = lineEnd(text, 0);
    }
    while (wanted > end) {
      line += 1;
      start = end + 1;
      end = lineEnd(text, start);
    }
    return { file, line: line + firstLine - 1, column: wanted - start + 1 };
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function tooLarge(file: string, limits: Limits): Result<never> {
  const limit = `${limits.size / 1024 / 1024} MiB`;
  return { ok: false, problems: [{ code: 'too-large', at: { file, line: 1, column: 1 }, params: { limit } }] };
}

/**
 * What is refused is refused here, before anything is composed: aliases take quadratic time there, and deep nesting the stack.
 */
function tokensOf(source: string, limits: Limits, place: Place, problems: Problem[]): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  const keep = (finished: Iterable<CST.Token>): void => {
    for (const token of finished) {
      tokens.push(token);
      if (token.type !== 'document') continue;
      documents += 1;
      if (documents === 2) problems.push({ code: 'yaml-documents', at: place(token.offset), params: {} });
    }
  };
  let scalarNext = false;
  for (const lexeme of new Lexer().lex(source)) {
    if (!scalarNext) {
      const refused = refusedLexeme(lexeme);
      if (refused !== null) problems.push({ ...refused, at: place(parser.offset) });
    }
    scalarNext = !scalarNext && lexeme === '\u001F';
    keep(parser.next(lexeme));
    if (parser.stack.length > limits.depth + 1 && isOpenCollection(parser.stack.at(-1))) {
      problems.push({ code: 'too-deep', at: place(parser.offset - 1), params: { limit: limits.depth } });
    }
    if (documents > 1 || problems.length > mostProblems || problems.at(-1)?.code === 'too-deep') break;
  }
  keep(parser.end());
  return tokens;
}

const isOpenCollection = (token: CST.Token | undefined): boolean => token !== undefined && 'items' in token;

/** A problem without its place. Distributes over the union, so that code and params stay a pair. */
export type Complaint = Unplaced<Problem>;
type Unplaced<P> = P extends Problem ? Omit<P, 'at'> : never;

function refusedLexeme(lexeme: string): Complaint | null {
  switch (lexeme.charCodeAt(0)) {
    case 0x26: // &
      return { code: 'yaml-anchor', params: { what: 'anchor' } };
    case 0x2a: // *
      return { code: 'yaml-anchor', params: { what: 'alias' } };
    case 0x21: // !
      return { code: 'yaml-tag', params: { tag: clip(lexeme) } };
    case 0x25: // %
      return refusedDirective(lexeme);
    default:
      return null;
  }
}

/** A 1.1 directive would turn `no` into false, and a tag directive has no use without tags. */
function refusedDirective(line: string): Complaint | null {
  const [name = '', value = ''] = line.trim().split(/[ \t]+/, 2);
  if (name !== '%YAML') return { code: 'yaml-tag', params: { tag: clip(name) } };
  return value === '1.2' ? null : { code: 'yaml-version', params: { version: clip(value) } };
}

/** Foreign text in a message, short enough to stay one. */
export function clip(text: string): string {
  const points = Array.from(text.slice(0, 130));
  return points.length > 60 ? `${points.slice(0, 60).join('')}…` : text;
}

type Parsed = Document.Parsed;

/** A hostile text makes an error of each of its characters; with a stack trace in each, that takes ten times as long. */
function composed(tokens: readonly CST.Token[], length: number): Parsed {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return documentOf(tokens, length);
  } finally {
    Error.stackTraceLimit = depth;
  }
}

function documentOf(tokens: readonly CST.Token[], length: number): Parsed {
  // The built-in check of keys is quadratic and lets `1` and "1" pass; ours is in `keyFault`.
  const composer = new Composer({ version: '1.2', uniqueKeys: false, merge: false, logLevel: 'silent' });
  for (const document of composer.compose(tokens, true, length)) return document;
  throw new Error('the composer always gives a document when it is told to');
}

function faultProblem(fault: YAMLError, place: Place): Problem {
  const at = place(fault.pos[0]);
  if (fault.code === 'TAG_RESOLVE_FAILED') return { code: 'yaml-tag', at, params: { tag: '!' } };
  return { code: 'yaml-syntax', at, params: { detail: fault.code } };
}

function rootOf(document: Parsed, source: string, place: Place): Result<Tree> {
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return { ok: false, problems: [{ code: 'empty-file', at: place(0), params: {} }] };
  }
  if (!isMap(root)) {
    const found = isSeq(root) ? 'list' : 'text';
    return { ok: false, problems: [{ code: 'not-a-map', at: place(root.range[0]), params: { found } }] };
  }
  const problems: Problem[] = [];
  // Text that is in NFC as a whole is so in its parts; then nothing need be copied.
  const normal = source.normalize('NFC') === source && !source.includes('\\');
  const tree = grow(root, { place, problems, text: normal ? (text) => text : (text) => text.normalize('NFC') });
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostProblems) } : { ok: true, value: tree };
}

interface Soil {
  readonly place: Place;
  readonly problems: Problem[];
  readonly text: (text: string) => string;
}

function grow(node: ParsedNode, soil: Soil): Tree {
  const at = soil.place(node.range[0]);
  if (isScalar(node)) return growScalar(node, at, soil);
  if (isMap(node)) return { at, kind: 'map', entries: growEntries(node, soil) };
  if (isSeq(node)) return { at, kind: 'list', items: node.items.map((item) => grow(item, soil)) };
  return empty(at);
}

const empty = (at: Position): Tree => ({ at, kind: 'scalar', value: null, text: '' });

function growScalar(node: YamlScalar.Parsed, at: Position, soil: Soil): Tree {
  const text = soil.text(node.source);
  const value = node.value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null)
    return { at, kind: 'scalar', value, text };
  return { at, kind: 'scalar', value: text, text };
}

/** Keys are told apart by their spelling: `1` and "1" are one key. */
function growEntries(map: YAMLMap.Parsed, soil: Soil): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { key, value } of map.items) {
    const keyAt = soil.place(key.range[0]);
    const name = isScalar(key) ? soil.text(key.source) : '';
    const fault = keyFault(key, name, entries.get(name));
    if (fault !== null) soil.problems.push({ ...fault, at: keyAt });
    else entries.set(name, { keyAt, value: value === null ? empty(keyAt) : grow(value, soil) });
  }
  return entries;
}

function keyFault(key: ParsedNode, name: string, earlier: Entry | undefined): Complaint | null {
  if (isCollection(key)) return { code: 'yaml-syntax', params: { detail: 'COMPLEX_KEY' } };
  if (name === '') return { code: 'yaml-syntax', params: { detail: 'EMPTY_KEY' } };
  const character = controlIn(name);
  if (character !== null) return { code: 'control-character', params: { character, where: 'key' } };
  if (earlier === undefined) return null;
  return { code: 'duplicate-key', params: { key: clip(name), first: earlier.keyAt.line } };
}

// C0 but tab and line end, DEL, C1, line and paragraph separators, and what turns the direction of writing.
const control = /(?![\t\n\r])[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

/** The first control character in `text`, as `U+202E`, which may stand in no key and no id. */
export function controlIn(text: string): string | null {
  const found = control.exec(text)?.[0];
  return found === undefined ? null : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
