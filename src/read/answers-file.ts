import type { Fact } from '../model/fact.ts';
import type { Result } from '../model/problem.ts';
import { scalar } from '../text/scalar.ts';
import type { Catalogue } from './catalogue.ts';
import { nearest } from './nearest.ts';
import { complain, type Desk, type Entries, fieldsOf, optionalDate, optionalText, wrongType } from './shape.ts';
import type { Submission, Submitted } from './submission.ts';
import { clip, parseYaml, type Tree } from './yaml.ts';

const keys = ['by', 'on', 'use-case', 'id', 'title', 'purpose', 'owner', 'answers'] as const;

/**
 * Answers as YAML: `by` and `on` (who gives them, and when), `answers: { section.name: value, … }` with the values of a use-case file, and
 * for a new file also `id`, `title`, `purpose` and `owner: { unit, role }`.
 */
export function readAnswersFile(text: string, file: string, catalogue: Catalogue): Result<Submission> {
  const tree = parseYaml(text, file);
  if (!tree.ok) return tree;
  const desk: Desk = { problems: [] };
  const submission = submissionOf(desk, tree.value, catalogue);
  return submission === null || desk.problems.length > 0
    ? { ok: false, problems: desk.problems }
    : { ok: true, value: submission };
}

function submissionOf(desk: Desk, tree: Tree, catalogue: Catalogue): Submission | null {
  const entries = fieldsOf(desk, tree, '', keys);
  if (entries === null) return null;
  const ownerTree = entries.get('owner')?.value;
  const owner: Entries | null =
    ownerTree === undefined ? new Map() : fieldsOf(desk, ownerTree, 'owner', ['unit', 'role']);
  const head = Object.fromEntries(
    [
      ...(['id', 'title', 'purpose'] as const).map((key) => [key, optionalText(desk, entries, key)] as const),
      ...(['unit', 'role'] as const).map((key) => [key, optionalText(desk, owner ?? new Map(), key)] as const),
    ].filter(([, value]) => value !== null),
  );
  const answers = entries.get('answers')?.value;
  const by = optionalText(desk, entries, 'by');
  const on = optionalDate(desk, entries, 'on');
  if ((by === null) !== (on === null))
    complain(desk, tree.at, { code: 'missing-key', params: { key: by === null ? 'by' : 'on' } });
  const source = by === null || on === null ? '' : `, by: ${scalar(by)}, on: ${on}`;
  return {
    head,
    useCase: optionalText(desk, entries, 'use-case'),
    by,
    on,
    answers: answers === undefined ? [] : answersOf(desk, answers, source, catalogue),
    open: 0,
  };
}

function answersOf(desk: Desk, tree: Tree, source: string, catalogue: Catalogue): readonly Submitted[] {
  if (tree.kind !== 'map') {
    wrongType(desk, tree, 'answers', 'map');
    return [];
  }
  return Array.from(tree.entries, ([key, { keyAt, value }]): Submitted | null => {
    const fact = catalogue.facts.get(key);
    if (fact !== undefined) return { fact, value: saidBy(fact, value, source), at: value.at };
    const near = nearest(clip(key), catalogue.facts.keys());
    return complain(desk, keyAt, { code: 'unknown-fact', params: { id: clip(key), near } });
  }).filter((answer) => answer !== null);
}

/** Records of measures, judgements and opinions say themselves who made them. */
function saidBy({ type }: Fact, tree: Tree, source: string): string {
  const isRecord = type === 'measure' || type === 'judgement' || type === 'opinion';
  return source === '' || isRecord || tree.kind === 'map' ? flow(tree) : `{ value: ${flow(tree)}${source} }`;
}

/** The tree as YAML on one line. */
function flow(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return tree.value === null ? 'null' : plain(tree.text);
    case 'list':
      return `[${tree.items.map(flow).join(', ')}]`;
    case 'map':
      return `{ ${Array.from(tree.entries, ([key, { value }]) => `${scalar(key)}: ${flow(value)}`).join(', ')} }`;
  }
}

/** Words of our own files stay without quotation marks. */
const plain = (text: string): string =>
  /^(?:yes|no|unknown|\d{4}-\d{2}-\d{2}|[a-z][a-z0-9-]*\??)$/.test(text) ? text : scalar(text);
