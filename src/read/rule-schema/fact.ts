import type { FactType } from '../../model/fact.ts';
import type { Text } from '../../model/language.ts';
import type { JsonSchema } from '../use-case-schema.ts';
import { type Author, clauseId, dotted, record, ref, someOf, told, word } from './parts.ts';

/** One entry of a file of questions: its `type` decides which keys it has. */
export function factDefinition(author: Author): JsonSchema {
  const types = Object.keys(shapes);
  return {
    type: 'object',
    required: ['id', 'type'],
    properties: {
      id: told(dotted, keys.id, author),
      type: { enum: types, description: keys.type[author.language] },
    },
    allOf: Object.entries(shapes).map(([type, [needed, more]]) => ({
      if: { properties: { type: { const: type } }, required: ['type'] },
      // oxlint-disable-next-line unicorn/no-thenable
      then: shapeOf(needed, more, author),
    })),
  };
}

type Key = keyof typeof keys;

/** By type, the keys that it needs and may have besides those of all questions. */
const shapes: Readonly<Record<FactType, readonly [needed: readonly Key[], more: readonly Key[]]>> = {
  'yes-no': [[], []],
  choice: [['options'], []],
  set: [['options'], ['confirm', 'unite']],
  date: [[], ['rough']],
  text: [[], []],
  measure: [[], ['review']],
  judgement: [['judged-by'], ['evidence']],
  opinion: [['given-by'], ['review']],
};

const always = ['question', 'answered-by'] as const satisfies readonly Key[];
const often = ['asked-when', 'inside', 'outside', 'cite', 'since', 'scope', 'tender'] as const satisfies readonly Key[];

function shapeOf(needed: readonly Key[], more: readonly Key[], author: Author): JsonSchema {
  const all = [...always, ...often, ...needed, ...more];
  const properties = Object.fromEntries(all.map((key) => [key, told(values[key], keys[key], author)]));
  return record({ id: true, type: true, ...properties }, ['id', 'type', ...always, ...needed]);
}

const offices = someOf(ref('office'));
const months = { type: 'integer', minimum: 1, maximum: 120 } as const;
const option = record({ id: word, text: ref('text'), since: ref('version') }, ['id', 'text']);

const values: Readonly<Record<Key, JsonSchema>> = {
  id: dotted,
  type: {},
  question: ref('text'),
  inside: ref('text'),
  outside: ref('text'),
  'asked-when': ref('condition'),
  'answered-by': offices,
  'judged-by': offices,
  'given-by': offices,
  cite: { type: 'array', items: ref('citation') },
  since: ref('version'),
  scope: { enum: ['use-case', 'profile', 'both'] },
  tender: record({ clause: clauseId, demands: { enum: ['yes', 'no'] } }, ['clause', 'demands']),
  options: someOf(option),
  confirm: record({ none: ref('text'), rest: ref('text') }, ['none', 'rest']),
  unite: { type: 'boolean' },
  rough: { type: 'boolean' },
  review: months,
  evidence: { enum: ['required', 'optional'] },
};

const keys = {
  id: {
    en: 'Section and name: the key in the file of a use',
    de: 'Abschnitt und Name: der Schlüssel in der Datei eines Einsatzes',
  },
  type: { en: 'How it is answered', de: 'Wie sie beantwortet wird' },
  question: { en: 'The question, about what can be seen', de: 'Die Frage, nach dem, was man sehen kann' },
  inside: { en: 'An example where the answer is just yes', de: 'Ein Beispiel, bei dem die Antwort gerade noch Ja ist' },
  outside: {
    en: 'An example where the answer is just no',
    de: 'Ein Beispiel, bei dem die Antwort gerade schon Nein ist',
  },
  'asked-when': {
    en: 'The question is only asked while this may hold',
    de: 'Die Frage wird nur gestellt, solange das zutreffen kann',
  },
  'answered-by': { en: 'Who mostly knows the answer', de: 'Wer die Antwort meist weiß' },
  'judged-by': { en: 'Who is entitled to judge', de: 'Wer zu diesem Urteil befugt ist' },
  'given-by': { en: 'Who can give this opinion', de: 'Wer diese Stellungnahme abgeben kann' },
  cite: { en: 'The provisions from which the question comes', de: 'Die Fundstellen, aus denen die Frage kommt' },
  since: { en: 'The version of the questions that added it', de: 'Die Fassung der Fragen, die sie hinzugefügt hat' },
  scope: {
    en: 'Where it is answered: in the use case, in the profile, or in either',
    de: 'Wo sie beantwortet wird: im Einsatz, im Profil oder in beiden',
  },
  tender: {
    en: 'What the tender can demand of the supplier, and by which clause',
    de: 'Was die Vergabe vom Lieferanten verlangen kann, und durch welche Klausel',
  },
  options: { en: 'What can be chosen', de: 'Was gewählt werden kann' },
  confirm: {
    en: 'Empty, it counts only when confirmed; how the report repeats what was denied',
    de: 'Leer zählt sie nur mit Bestätigung; wie der Bericht das Verneinte wiederholt',
  },
  unite: { en: 'The lists of profile and file are put together', de: 'Die Listen von Profil und Datei werden vereint' },
  rough: { en: 'A month or a year will do', de: 'Monat oder Jahr genügen' },
  review: { en: 'After so many months it no longer counts', de: 'Nach so vielen Monaten zählt sie nicht mehr' },
  evidence: { en: 'Whether the judgement needs a document', de: 'Ob das Urteil einen Nachweis braucht' },
} as const satisfies Record<string, Text>;
