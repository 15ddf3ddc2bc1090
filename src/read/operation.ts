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
  const kind = kindOf(desk, needed(desk, fields, 'kind', tree.at));
  const text = optionalText(desk, fields, 'text');
  return on === null || kind === null ? null : { on, kind, text, at: tree.at };
}

function kindOf(desk: RecordDesk, tree: Tree | null): OperationEvent['kind'] | null {
  const found = tree === null ? null : nameOf(desk, tree, 'kind');
  if (tree === null || found === null) return null;
  const kind = eventKinds.find((one) => one === found);
  if (kind !== undefined) return kind;
  const near = suggest(desk, found, eventKinds);
  const params = { key: 'kind', found: clip(found), near, known: eventKinds };
  return complain(desk, tree.at, { code: 'unknown-value', params });
}

function readingOf(desk: RecordDesk, tree: Tree): Reading | null {
  const fields = fieldsOf(desk, tree, 'operation.readings', ['on', 'what', 'value', 'by']);
  if (fields === null) return null;
  const on = neededDate(desk, fields, 'on', tree.at);
  const what = neededText(desk, fields, 'what', tree.at);
  const value = neededText(desk, fields, 'value', tree.at);
  const by = optionalText(desk, fields, 'by');
  return on === null || what === null || value === null ? null : { on, what, value, by, at: tree.at };
}
