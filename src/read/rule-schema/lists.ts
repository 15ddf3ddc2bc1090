import { states } from '../../model/assessment.ts';
import { severities } from '../../model/rule.ts';
import { tiers } from '../../model/tier.ts';
import type { JsonSchema } from '../use-case-schema.ts';
import { type Author, day, dotted, ref, record, sentence, someOf, word } from './parts.ts';

const flag = { type: 'boolean' } as const;
const mapOf = (value: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: value });

/** `dates.yaml`: the last entry of a date has no condition, all others have one, which no schema can say. */
export function datesSchema(): JsonSchema {
  const version = record({ 'set-by': ref('act'), from: { anyOf: [{ const: 'never' }, day] } }, ['set-by', 'from']);
  const entry = record({ when: ref('condition'), versions: someOf(version) }, ['versions']);
  const date = record({ title: ref('text'), cite: ref('citations'), entries: someOf(entry) }, [
    'title',
    'cite',
    'entries',
  ]);
  return { type: 'object', propertyNames: word, additionalProperties: date };
}

/** `severities.yaml` of an organisation. */
export const severitiesSchema = (): JsonSchema => ({
  type: 'object',
  propertyNames: ref('rule'),
  additionalProperties: record({ severity: { enum: severities }, why: ref('text') }, ['severity', 'why']),
});

/** `pack.yaml`, which is no list. */
export function packProperties(): JsonSchema {
  const leftOut = record({ cite: ref('citations'), what: ref('text'), why: ref('text') }, ['cite', 'what', 'why']);
  const leftOuts = { type: 'array', items: leftOut } as const;
  const review = record({ months: { type: 'integer', minimum: 1 }, cite: ref('citations') }, ['months', 'cite']);
  return { id: word, version: sentence, title: ref('text'), optional: flag, review, 'left-out': leftOuts };
}

/** The lists of `roles.yaml` and `catalogue.yaml`. */
export const roleEntry = (): JsonSchema => record({ id: word, title: ref('text'), ours: flag }, ['id', 'title']);
export const officeEntry = (): JsonSchema => record({ id: word, title: ref('text'), approves: flag }, ['id', 'title']);
export const versionEntry = (): JsonSchema => record({ id: ref('version'), what: ref('text') }, ['id', 'what']);

/** One entry of `sources.yaml`. Which provisions an act has is written by a script. */
export function sourceEntry(): JsonSchema {
  const letters = { type: 'array', items: { type: 'string' } };
  const hash = { type: 'string' };
  const points = {
    anyOf: [letters, mapOf({ anyOf: [letters, record({ text: hash, points: letters }, ['text', 'points'])] })],
  };
  const link = { type: 'string', pattern: '^https?://' };
  const properties = {
    id: word,
    kind: { enum: ['act', 'guideline', 'draft-guideline'] },
    title: ref('text'),
    short: ref('text'),
    published: ref('day'),
    'in-force': ref('day'),
    url: link,
    anchor: link,
    'amended-by': { type: 'array', items: ref('act') },
    'text-file': { type: 'string' },
    definitions: { type: 'string' },
    free: { const: true },
    recitals: { type: 'integer', minimum: 0, maximum: 9999 },
    articles: mapOf(record({ text: hash, paragraphs: mapOf(letters), points: letters }, [])),
    annexes: mapOf(record({ text: hash, points, sections: mapOf(record({ points }, [])) }, [])),
    sections: mapOf(record({ paragraphs: mapOf(letters), numbers: letters }, [])),
  };
  return record(properties, ['id', 'kind', 'title', 'short', 'published', 'url']);
}

/** The answers of a case: what is known is offered with its question, and may have any form that a use-case file takes. */
const answers = ({ book, language }: Author): JsonSchema => ({
  type: ['object', 'null'],
  properties: Object.fromEntries(book.facts.map(({ id, question }) => [id, { title: question[language] }])),
  propertyNames: dotted,
});

export const caseBase = (author: Author): JsonSchema =>
  record({ catalogue: ref('version'), 'as-of': ref('day'), facts: answers(author) }, []);

export function caseEntry(author: Author): JsonSchema {
  const days = { type: 'array', items: { anyOf: [{ const: 'never' }, day] } };
  const properties = {
    rule: ref('rule'),
    code: sentence,
    name: sentence,
    source: { type: 'string' },
    'as-of': ref('day'),
    facts: answers(author),
    // YAML's own truth values stand for ours.
    expect: { enum: ['true', 'false', true, false, 'unknown', ...states] },
    tier: { type: 'array', items: { enum: tiers }, minItems: 2, maxItems: 2 },
    from: days,
    until: days,
    asks: { type: 'array', items: ref('fact') },
    twin: sentence,
  };
  return record(properties, ['rule', 'name', 'expect']);
}

/** What `reviews.yaml` and `equivalent.yaml` of a pack hold. */
export function reviewEntry(): JsonSchema {
  const hash = record({ rule: { type: 'string' }, text: { type: 'string' } }, ['rule', 'text']);
  return record({ rule: ref('rule'), on: ref('day'), by: sentence, hash }, ['rule', 'on', 'by', 'hash']);
}
