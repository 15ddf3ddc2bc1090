import { parsePeriod } from '../model/date.ts';
import type { Fact, Option } from '../model/fact.ts';
import type { OptionId } from '../model/ids.ts';
import { type Given, type OpinionCondition, opinionResults } from '../model/use-case.ts';
import { evidenceOf, officeOf, type RecordDesk } from './records.ts';
import {
  complain,
  dateOf,
  fieldsOf,
  itemsOf,
  nameOf,
  needed,
  neededDate,
  neededText,
  optionalDate,
  optionalText,
  suggest,
  textOf,
  wrongType,
  type Desk,
  type Entries,
} from './shape.ts';
import { clip, type Tree } from './yaml.ts';

type GivenOf<Type extends Given['type']> = Extract<Given, { type: Type }>;

/** The answer to `fact` as it stands in a file; null, and a problem on the desk, when it cannot be one. */
export function readAnswer(desk: RecordDesk, fact: Fact, tree: Tree): Given | null {
  const isRecord = fact.type === 'measure' || fact.type === 'judgement' || fact.type === 'opinion';
  return isRecord || tree.kind !== 'map' ? valueOf(desk, fact, tree, null) : withNote(desk, fact, tree);
}

const keysBesideValue = ['value', 'note', 'by', 'on'] as const;

/** A value in a map, with a note about it, and with who gave it when. */
function withNote(desk: RecordDesk, fact: Fact, tree: Tree): Given | null {
  const keys = fact.type === 'yes-no' ? [...keysBesideValue, 'confirmed-on'] : keysBesideValue;
  const fields = fieldsOf(desk, tree, fact.id, keys);
  if (fields === null) return null;
  const value = needed(desk, fields, 'value', tree.at);
  const note = optionalText(desk, fields, 'note');
  const source = sourceOf(desk, fields, tree);
  const confirmedOn = optionalDate(desk, fields, 'confirmed-on');
  const given = value === null ? null : valueOf(desk, fact, value, note);
  if (given === null) return null;
  // Whoever gives an answer about a period on some day confirms it on that day.
  return given.type === 'yes-no'
    ? { ...given, source, confirmedOn: confirmedOn ?? source?.on ?? null }
    : { ...given, source };
}

/** Both or neither: an answer by somebody, but of no day, could not be told from one that comes later. */
function sourceOf(desk: RecordDesk, fields: Entries, tree: Tree): Given['source'] {
  if (!fields.has('by') && !fields.has('on')) return null;
  const by = neededText(desk, fields, 'by', tree.at);
  const on = neededDate(desk, fields, 'on', tree.at);
  return by === null || on === null ? null : { by, on };
}

function valueOf(desk: RecordDesk, fact: Fact, tree: Tree, note: string | null): Given | null {
  const base = { at: tree.at, note, source: null };
  const unknown = tree.kind === 'scalar' && tree.text === 'unknown';
  switch (fact.type) {
    case 'yes-no':
      return { ...base, type: 'yes-no', value: yesNoOf(desk, tree, fact.id), confirmedOn: null };
    case 'choice':
      return { ...base, type: 'choice', value: unknown ? null : choiceOf(desk, fact, tree) };
    case 'set':
      return { ...base, type: 'set', value: unknown ? null : membersOf(desk, fact, tree) };
    case 'date':
      return { ...base, type: 'date', ...(unknown ? noDay : daysOf(desk, fact, tree)) };
    case 'text':
      return { ...base, type: 'text', value: unknown ? null : textOf(desk, tree, fact.id) };
    case 'measure':
      return readMeasure(desk, fact, tree);
    case 'judgement':
      return readJudgement(desk, fact, tree);
    case 'opinion':
      return readOpinion(desk, fact, tree);
  }
}

const noDay = { value: null, until: null } as const;

function daysOf(
  desk: Desk,
  fact: Extract<Fact, { type: 'date' }>,
  tree: Tree,
): Pick<GivenOf<'date'>, 'value' | 'until'> {
  const period = fact.rough && tree.kind === 'scalar' && tree.value !== null ? parsePeriod(tree.text) : null;
  if (period !== null) return { value: period.first, until: period.last };
  const day = dateOf(desk, tree, fact.id);
  return { value: day, until: day };
}

const yesNoUnknown = ['yes', 'no', 'unknown'] as const;

/** What people write instead, YAML's own truth values among them. */
const meant: ReadonlyMap<string, (typeof yesNoUnknown)[number]> = new Map([
  ...(['true', 'on', 'y', 'ja', 'j', 'wahr', '1'] as const).map((word) => [word, 'yes'] as const),
  ...(['false', 'off', 'n', 'nein', 'falsch', '0'] as const).map((word) => [word, 'no'] as const),
  ...(['unbekannt', 'unklar', 'unsure', 'maybe', '?'] as const).map((word) => [word, 'unknown'] as const),
]);

/** Null for `unknown`. */
function yesNoOf(desk: Desk, tree: Tree, key: string): boolean | null {
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, key, 'yes-no');
  if (tree.text === 'yes') return true;
  if (tree.text === 'no') return false;
  if (tree.text === 'unknown') return null;
  const found = tree.text.toLowerCase();
  const near = meant.get(found) ?? suggest(desk, found, yesNoUnknown);
  return complain(desk, tree.at, {
    code: 'unknown-value',
    params: { key, found: clip(tree.text), near, known: yesNoUnknown },
  });
}

type WithOptions = Extract<Fact, { options: unknown }>;

function choiceOf(desk: Desk, fact: WithOptions, tree: Tree): OptionId | null {
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, fact.id, 'option');
  return optionOf(desk, fact, tree.text, tree);
}

function optionOf(desk: Desk, fact: WithOptions, found: string, tree: Tree): OptionId | null {
  const option = fact.options.find(({ id }) => id === found);
  if (option !== undefined) return option.id;
  if (nameOf(desk, tree, fact.id) === null) return null;
  const known = fact.options.map(({ id }: Option) => id);
  const near = suggest(desk, found, known);
  return complain(desk, tree.at, {
    code: 'unknown-option',
    params: { fact: fact.id, found: clip(found), near, known },
  });
}

function membersOf(desk: Desk, fact: WithOptions, tree: Tree): GivenOf<'set'>['value'] {
  const members = new Map<OptionId, boolean>();
  for (const item of itemsOf(desk, tree, fact.id)) {
    if (item.kind !== 'scalar' || item.value === null) {
      wrongType(desk, item, fact.id, 'option');
      continue;
    }
    const sure = !item.text.endsWith('?');
    const option = optionOf(desk, fact, sure ? item.text : item.text.slice(0, -1).trimEnd(), item);
    if (option === null) continue;
    if (members.has(option))
      complain(desk, item.at, { code: 'duplicate-member', params: { fact: fact.id, member: option } });
    members.set(option, sure);
  }
  return Array.from(members, ([option, sure]) => ({ option, sure }));
}

/** `done` alone, or a map with plan and evidence. */
function readMeasure(desk: RecordDesk, fact: Fact, tree: Tree): GivenOf<'measure'> | null {
  const base = { type: 'measure', at: tree.at, source: null } as const;
  if (tree.kind === 'scalar') {
    return { ...base, note: null, done: yesNoOf(desk, tree, fact.id), planned: null, evidence: [] };
  }
  const fields = fieldsOf(desk, tree, fact.id, ['done', 'planned', 'evidence', 'note']);
  if (fields === null) return null;
  const done = fields.get('done')?.value;
  const planned = fields.get('planned')?.value;
  const evidence = fields.get('evidence')?.value;
  return {
    ...base,
    note: optionalText(desk, fields, 'note'),
    done: done === undefined ? null : yesNoOf(desk, done, `${fact.id}.done`),
    planned: planned === undefined ? null : planOf(desk, planned),
    evidence: evidence === undefined ? [] : evidenceOf(desk, evidence),
  };
}

function planOf(desk: Desk, tree: Tree): GivenOf<'measure'>['planned'] {
  const fields = fieldsOf(desk, tree, 'planned', ['by', 'on']);
  if (fields === null) return null;
  const by = neededText(desk, fields, 'by', tree.at);
  const on = neededDate(desk, fields, 'on', tree.at);
  return by === null || on === null ? null : { by, on };
}

/** The claim alone, or a map with its record. A record that does not say whether the claim is made is unknown. */
function readJudgement(desk: RecordDesk, fact: Fact, tree: Tree): GivenOf<'judgement'> | null {
  const base = { type: 'judgement', at: tree.at, source: null } as const;
  if (tree.kind === 'scalar') {
    const claimed = yesNoOf(desk, tree, fact.id);
    return { ...base, note: null, claimed, reason: null, role: null, on: null, evidence: [] };
  }
  const fields = fieldsOf(desk, tree, fact.id, ['claimed', 'reason', 'role', 'on', 'evidence', 'note']);
  if (fields === null) return null;
  const claimed = fields.get('claimed')?.value;
  const role = fields.get('role')?.value;
  const evidence = fields.get('evidence')?.value;
  return {
    ...base,
    note: optionalText(desk, fields, 'note'),
    claimed: claimed === undefined ? null : yesNoOf(desk, claimed, `${fact.id}.claimed`),
    reason: optionalText(desk, fields, 'reason'),
    role: role === undefined ? null : officeOf(desk, role, 'role'),
    on: optionalDate(desk, fields, 'on'),
    evidence: evidence === undefined ? [] : evidenceOf(desk, evidence),
  };
}

const opinionKeys = ['result', 'by', 'on', 'digest', 'conditions', 'evidence', 'note'] as const;

/** The result alone (which then lacks its record), or a map. */
function readOpinion(desk: RecordDesk, fact: Fact, tree: Tree): GivenOf<'opinion'> | null {
  const base = { type: 'opinion', at: tree.at, source: null } as const;
  if (tree.kind === 'scalar') {
    const result = resultOf(desk, tree, fact.id);
    return { ...base, note: null, result, by: null, on: null, digest: null, conditions: [], evidence: [] };
  }
  const fields = fieldsOf(desk, tree, fact.id, opinionKeys);
  if (fields === null) return null;
  const result = fields.get('result')?.value;
  const by = fields.get('by')?.value;
  const conditions = fields.get('conditions')?.value;
  const evidence = fields.get('evidence')?.value;
  return {
    ...base,
    note: optionalText(desk, fields, 'note'),
    result: result === undefined ? null : resultOf(desk, result, `${fact.id}.result`),
    by: by === undefined ? null : officeOf(desk, by, 'by'),
    on: optionalDate(desk, fields, 'on'),
    digest: optionalText(desk, fields, 'digest'),
    conditions: conditions === undefined ? [] : conditionsOf(desk, conditions),
    evidence: evidence === undefined ? [] : evidenceOf(desk, evidence),
  };
}

function resultOf(desk: Desk, tree: Tree, key: string): GivenOf<'opinion'>['result'] {
  if (tree.kind === 'scalar' && tree.text === 'unknown') return null;
  const found = tree.kind === 'scalar' ? opinionResults.find((result) => result === tree.text) : undefined;
  if (found !== undefined) return found;
  if (tree.kind !== 'scalar' || tree.value === null) return wrongType(desk, tree, key, 'option');
  return complain(desk, tree.at, {
    code: 'unknown-value',
    params: { key, found: clip(tree.text), near: suggest(desk, tree.text, opinionResults), known: opinionResults },
  });
}

const conditionKeys = ['text', 'done', 'planned', 'evidence'] as const;

function conditionsOf(desk: RecordDesk, tree: Tree): readonly OpinionCondition[] {
  return itemsOf(desk, tree, 'conditions').flatMap((item): OpinionCondition[] => {
    const fields = fieldsOf(desk, item, 'conditions', conditionKeys);
    const text = fields === null ? null : neededText(desk, fields, 'text', item.at);
    if (fields === null || text === null) return [];
    const done = fields.get('done')?.value;
    const planned = fields.get('planned')?.value;
    const evidence = fields.get('evidence')?.value;
    return [
      {
        text,
        done: done === undefined ? null : yesNoOf(desk, done, 'conditions.done'),
        planned: planned === undefined ? null : planOf(desk, planned),
        evidence: evidence === undefined ? [] : evidenceOf(desk, evidence),
        at: item.at,
      },
    ];
  });
}
