import type { Position } from '../../model/position.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { type Cell, type Inventory, type InventoryRecord, longestCell, oneLine } from './inventory.ts';

/** JSON with the place of each value; `JSON.parse` has found before that it is JSON, so nothing is checked here. */
type Node = { readonly at: Position } & (
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: Node])[] }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
);

/** Deeper is no list of uses, and would take the stack. */
const deepest = 32;
const mostProblems = 20;

/**
 * An array of objects, or (`.ndjson`, `.jsonl`) an object on each line. `path`: where the array stands, as `registrations` or `data.systems`;
 * null: it is the whole file. An object within a record is read as columns `outer.inner`.
 */
export function readJson(text: string, file: string, path: string | null): Result<Inventory> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const nodes = /\.(?:ndjson|jsonl)$/i.test(file) ? linesIn(source, file) : arrayIn(source, file, path);
  if (!nodes.ok) return nodes;
  const problems: Problem[] = [];
  const columns = new Set<string>();
  const records = nodes.value.map((node) => recordOf(node, columns, problems));
  if (records.length === 0) problems.push({ code: 'list-empty', at: { file, line: 1, column: 1 }, params: {} });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
  return {
    ok: true,
    value: { columns: [...columns], repeated: new Set(), unnamed: 0, hasHead: false, records },
  };
}

const wrong = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

function arrayIn(text: string, file: string, path: string | null): Result<readonly Node[]> {
  const root = nodeIn(text, file, 1);
  if (!root.ok) return root;
  const steps = path === null ? [] : path.split('.');
  const node = steps.reduce<Node | undefined>((here, step) => childOf(here, step), root.value);
  if (node?.kind === 'array') return { ok: true, value: node.items };
  return wrong({ code: 'list-not-records', at: (node ?? root.value).at, params: { path } });
}

function childOf(node: Node | undefined, name: string): Node | undefined {
  return node?.kind === 'object' ? node.entries.findLast(([key]) => key === name)?.[1] : undefined;
}

function linesIn(text: string, file: string): Result<readonly Node[]> {
  const nodes: Node[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const node = nodeIn(line, file, index + 1);
    if (!node.ok) return node;
    nodes.push(node.value);
  }
  return { ok: true, value: nodes };
}

function nodeIn(text: string, file: string, line: number): Result<Node> {
  try {
    JSON.parse(text);
  } catch (error) {
    // The place is all that is taken from the sentence of the engine.
    const offset = Number(/at position (\d+)/.exec(String(error))?.[1] ?? text.length);
    return wrong({ code: 'list-json', at: placeIn(text, offset, file, line), params: {} });
  }
  return scan(text, file, line);
}

function placeIn(text: string, offset: number, file: string, firstLine: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: firstLine + before.split('\n').length - 1, column: offset - lineStart + 1 };
}

interface Token {
  readonly word: string;
  readonly at: Position;
}

/** A text that is JSON, word by word. */
function* wordsOf(text: string, file: string, firstLine: number): Generator<Token, undefined> {
  let line = firstLine;
  let lineStart = 0;
  for (const { 0: word, index } of text.matchAll(/\n|"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    if (word !== '\n') yield { word, at: { file, line, column: index - lineStart + 1 } };
    else {
      line += 1;
      lineStart = index + 1;
    }
  }
}

function scan(text: string, file: string, firstLine: number): Result<Node> {
  let depth = 0;
  for (const { word, at } of wordsOf(text, file, firstLine)) {
    if (word === '[' || word === '{') depth += 1;
    if (word === ']' || word === '}') depth -= 1;
    if (depth > deepest) return wrong({ code: 'too-deep', at, params: { limit: deepest } });
  }
  const words = wordsOf(text, file, firstLine);
  return { ok: true, value: valueAt(next(words), words) };
}

function next(words: Generator<Token, undefined>): Token {
  const { value } = words.next();
  if (value === undefined) throw new Error('JSON.parse has read this text.');
  return value;
}

function valueAt({ word, at }: Token, words: Generator<Token, undefined>): Node {
  if (word === '[') {
    const items: Node[] = [];
    for (let token = next(words); token.word !== ']'; token = next(words))
      if (token.word !== ',') items.push(valueAt(token, words));
    return { kind: 'array', at, items };
  }
  if (word === '{') {
    const entries: [string, Node][] = [];
    for (let token = next(words); token.word !== '}'; token = next(words)) {
      if (token.word === ',') continue;
      next(words);
      entries.push([String(JSON.parse(token.word)), valueAt(next(words), words)]);
    }
    return { kind: 'object', at, entries };
  }
  if (word === 'null') return { kind: 'nothing', at };
  return { kind: 'text', at, text: word.startsWith('"') ? String(JSON.parse(word)) : word };
}

function recordOf(node: Node, columns: Set<string>, problems: Problem[]): InventoryRecord {
  const cells = new Map<string, Cell>();
  if (node.kind !== 'object') problems.push({ code: 'list-not-records', at: node.at, params: { path: null } });
  const put = (name: string, value: Node): void => {
    if (value.kind === 'object') {
      for (const [key, part] of value.entries) put(`${name}.${oneLine(key)}`, part);
      return;
    }
    columns.add(name);
    const cell = cellOf(value);
    if (cell === null) return;
    if (cell.text.length > longestCell)
      problems.push({ code: 'list-cell-long', at: cell.at, params: { limit: longestCell } });
    cells.set(name, cell);
  };
  if (node.kind === 'object') for (const [key, value] of node.entries) put(oneLine(key), value);
  return { at: node.at, cells };
}

function cellOf(node: Node): Cell | null {
  if (node.kind === 'nothing') return null;
  if (node.kind !== 'array') return { text: plainText(node), parts: null, at: node.at };
  const parts = node.items.filter(({ kind }) => kind !== 'nothing').map(plainText);
  return { text: parts.join('; '), parts, at: node.at };
}

/** What is nested still further stays readable, and means nothing. */
function plainText(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'nothing':
      return '';
    case 'array':
      return `[${node.items.map(plainText).join(', ')}]`;
    case 'object':
      return `{ ${node.entries.map(([key, value]) => `${key}: ${plainText(value)}`).join(', ')} }`;
  }
}
