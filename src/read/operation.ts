import { aspects } from '../model/rule.ts';
import { eventKinds, type OperationEvent, type Reading } from '../model/use-case.ts';
import type { RecordDesk } from './records.ts';
import { complain, fieldsOf, itemsOf, nameOf, needed, neededDate, neededText, optionalText, suggest } from './shape.ts';
import { clip, type Tree } from './yaml.ts';

/** What happened in operation, dated. `[]`: nothing did; null: the word `unknown`. */
export const eventsOf = (desk: RecordDesk, tree: Tree): readonly OperationEvent[] | null =>
  isUnknown(tree)
    ? null
    : itemsOf(desk, tree, 'operation.events')
        .map((item) => eventOf(desk, item))
        .filter((event) => event !== null);

export const readingsOf = (desk: RecordDesk, tree: Tree): readonly Reading[] | null =>
  isUnknown(tree)
    ? null
    : itemsOf(desk, tree, 'operation.readings')
        .map((item) => readingOf(desk, item))
        .filter((reading) => reading !== null);

const isUnknown = (tree: Tree): boolean => tree.kind === 'scalar' && tree.text === 'unknown';

function eventOf(desk: RecordDesk, tree: Tree): OperationEvent | null {
  const fields = fieldsOf(desk, tree, 'operation.events', ['on', 'kind', 'text']);
  if (fields === null) return null;
  const on = neededDate(desk, fields, 'on', tree.at);
  const kind = oneOf(desk, needed(desk, fields, 'kind', tree.at), 'kind', eventKinds);
  const text = optionalText(desk, fields, 'text');
  return on === null || kind === null ? null : { on, kind, text, at: tree.at };
}

/** One of the names that may stand under a key. */
function oneOf<T extends string>(desk: RecordDesk, tree: Tree | null, key: string, known: readonly T[]): T | null {
  const found = tree === null ? null : nameOf(desk, tree, key);
  if (tree === null || found === null) return null;
  const one = known.find((name) => name === found);
  if (one !== undefined) return one;
  const params = { key, found: clip(found), near: suggest(desk, found, known), known };
  return complain(desk, tree.at, { code: 'unknown-value', params });
}

function readingOf(desk: RecordDesk, tree: Tree): Reading | null {
  const fields = fieldsOf(desk, tree, 'operation.readings', ['on', 'what', 'value', 'by', 'aspect']);
  if (fields === null) return null;
  const on = neededDate(desk, fields, 'on', tree.at);
  const what = neededText(desk, fields, 'what', tree.at);
  const value = neededText(desk, fields, 'value', tree.at);
  const by = optionalText(desk, fields, 'by');
  const aspect = oneOf(desk, fields.get('aspect')?.value ?? null, 'aspect', aspects);
  return on === null || what === null || value === null ? null : { on, what, value, by, aspect, at: tree.at };
}
