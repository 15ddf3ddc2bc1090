import { type IsoDate, parseIsoDate, parsePeriod } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { Language } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { Problem } from '../model/problem.ts';
import { type FormField, questionnaireWords } from '../text/questionnaire-words.ts';
import {
  claimedYaml,
  doneYaml,
  evidenceYaml,
  notClaimedYaml,
  notDoneYaml,
  opinionYaml,
  plannedYaml,
} from '../text/record-yaml.ts';
import { scalar } from '../text/scalar.ts';
import { clip } from './yaml.ts';

/** What stands between one key of a questionnaire and the next. */
export interface FormSection {
  /** Null: the head. */
  readonly key: string | null;
  readonly at: Position;
  /** In which its labels are. */
  readonly language: Language;
  readonly boxes: FormBox[];
  readonly fields: Map<FormField, { text: string; readonly at: Position }>;
}
export interface FormBox {
  readonly mark: 'ticked' | 'unsure';
  readonly id: string;
  readonly at: Position;
}

/** Who answered, in which office, and about which answers. */
export interface Who {
  readonly useCase: string | null;
  readonly by: string | null;
  readonly on: IsoDate | null;
  readonly code: string;
  readonly office: string | null;
}

interface Desk {
  readonly section: FormSection;
  readonly fact: Fact;
  readonly who: Who;
  readonly problems: Problem[];
}

/** The answer as YAML on one line; null: there is none, or a problem. */
export function valueOf(desk: Desk): string | null {
  const { fact } = desk;
  switch (fact.type) {
    case 'yes-no':
      return saying(oneOf(['yes', 'no'], desk), desk);
    case 'choice':
      return saying(
        oneOf(
          fact.options.map(({ id }) => id),
          desk,
        ),
        desk,
      );
    case 'set':
      return saying(membersOf(fact, desk), desk);
    case 'date':
      return saying(dateOf(fact.rough, desk), desk);
    case 'text': {
      const text = fieldText('answer', desk);
      return saying(text === '' ? null : JSON.stringify(text), desk);
    }
    case 'measure':
      return measureOf(desk);
    case 'judgement':
      return judgementOf(fact, desk);
    case 'opinion':
      return opinionOf(desk);
  }
}

/** An answer with who gave it, when, and the note to it. */
function saying(value: string | null, desk: Desk): string | null {
  if (value === null) return null;
  const { who } = desk;
  const note = fieldText('note', desk);
  const by = who.by === null || who.on === null ? [] : [`by: ${scalar(who.by)}`, `on: ${who.on}`];
  const parts = [`value: ${value}`, ...(note === '' ? [] : [`note: ${JSON.stringify(note)}`]), ...by];
  return parts.length === 1 ? value : `{ ${parts.join(', ')} }`;
}

/** The words that stand before the entry. */
export const labelOf = (name: FormField, { language }: FormSection): string => questionnaireWords[language].field[name];

const fieldText = (name: FormField, { section }: Pick<Desk, 'section'>): string => section.fields.get(name)?.text ?? '';

/** The one box that is ticked, if it is one of these; null: none, or that it is not known. */
function oneOf(ids: readonly string[], desk: Desk): string | null {
  const { section, fact, problems } = desk;
  const [first, second] = section.boxes;
  if (second !== undefined) {
    problems.push({ code: 'several-ticked', at: second.at, params: { fact: fact.id } });
    return null;
  }
  // A question mark says that it is not known.
  if (first === undefined || first.id === 'unknown' || first.mark === 'unsure') return null;
  return isKnown(first, ids, desk) ? first.id : null;
}

function isKnown({ id, at }: FormBox, ids: readonly string[], { fact, problems }: Desk): boolean {
  if (ids.includes(id)) return true;
  problems.push({ code: 'unknown-option', at, params: { fact: fact.id, found: clip(id), near: null, known: ids } });
  return false;
}

function membersOf(fact: Extract<Fact, { type: 'set' }>, desk: Desk): string | null {
  const { section, problems } = desk;
  const alone = section.boxes.find(({ id }) => id === 'none' || id === 'unknown');
  if (alone !== undefined) {
    if (section.boxes.length > 1) problems.push({ code: 'several-ticked', at: alone.at, params: { fact: fact.id } });
    return alone.id === 'none' && alone.mark === 'ticked' ? '[]' : null;
  }
  const ids = fact.options.map(({ id }) => String(id));
  const members = section.boxes.filter((box) => isKnown(box, ids, desk));
  return members.length === 0
    ? null
    : `[${members.map(({ id, mark }) => (mark === 'unsure' ? `${id}?` : id)).join(', ')}]`;
}

function dateOf(rough: boolean, desk: Desk): string | null {
  const field = desk.section.fields.get('day');
  if (field === undefined || field.text === '') return null;
  if (parseIsoDate(field.text) !== null || (rough && parsePeriod(field.text) !== null)) return field.text;
  desk.problems.push({ code: 'bad-date', at: field.at, params: { found: clip(field.text) } });
  return null;
}

/** A day that was entered; null: none, or a problem. */
export function dayIn({ fields }: FormSection, name: FormField, problems: Problem[]): IsoDate | null {
  const field = fields.get(name);
  if (field === undefined || field.text === '') return null;
  const day = parseIsoDate(field.text);
  if (day === null) problems.push({ code: 'bad-date', at: field.at, params: { found: clip(field.text) } });
  return day;
}

/** Whether these entries, which belong together, are all there; those that are missing are a problem. */
function isWhole(names: readonly FormField[], desk: Desk): boolean {
  const fields = names.filter((name) => fieldText(name, desk) === '').map((name) => labelOf(name, desk.section));
  if (fields.length > 0) desk.problems.push({ code: 'empty-field', at: desk.section.at, params: { fields } });
  return fields.length === 0;
}

const proofFields = ['proof', 'proofOn', 'proofBy'] as const;

function evidenceOf(desk: Desk): string | null {
  const isNone = proofFields.every((name) => fieldText(name, desk) === '');
  if (isNone || !isWhole(proofFields, desk)) return null;
  const on = dayIn(desk.section, 'proofOn', desk.problems);
  return on === null ? null : evidenceYaml(fieldText('proof', desk), on, fieldText('proofBy', desk));
}

function measureOf(desk: Desk): string | null {
  const chosen = oneOf(['done', 'unproven', 'planned', 'no'], desk);
  switch (chosen) {
    case 'no':
      return notDoneYaml;
    case 'unproven':
      return doneYaml(null);
    case 'done':
      return doneYaml(evidenceOf(desk));
    case 'planned': {
      if (!isWhole(['plannedOn', 'plannedBy'], desk)) return null;
      const on = dayIn(desk.section, 'plannedOn', desk.problems);
      return on === null ? null : plannedYaml(fieldText('plannedBy', desk), on);
    }
    default:
      return null;
  }
}

function judgementOf(fact: Extract<Fact, { type: 'judgement' }>, desk: Desk): string | null {
  const chosen = oneOf(['yes', 'no'], desk);
  if (chosen === null) return null;
  if (chosen === 'no') return notClaimedYaml;
  const { office } = desk.who;
  if (office === null || !fact.judgedBy.some((id) => id === office)) {
    const params = { found: office ?? '', near: null, known: fact.judgedBy };
    desk.problems.push({ code: 'unknown-role', at: desk.section.at, params });
    return null;
  }
  if (!isWhole(['reason', 'recordedOn'], desk)) return null;
  const on = dayIn(desk.section, 'recordedOn', desk.problems);
  return on === null ? null : claimedYaml(fieldText('reason', desk), office, on, evidenceOf(desk));
}

function opinionOf(desk: Desk): string | null {
  const { section, problems, who } = desk;
  const result = oneOf(['agreed', 'with-conditions', 'refused'], desk);
  if (result === null) return null;
  const isConditional = result === 'with-conditions';
  if (!isWhole(isConditional ? ['recordedOn', 'conditions'] : ['recordedOn'], desk)) return null;
  const on = dayIn(section, 'recordedOn', problems);
  if (on === null || who.office === null) return null;
  const conditions = (isConditional ? fieldText('conditions', desk) : '')
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return opinionYaml({ result, by: who.office, on, digest: who.code, conditions, evidence: evidenceOf(desk) });
}
