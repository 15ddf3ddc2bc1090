import { tiers } from '../../model/tier.ts';
import type { JsonSchema } from '../use-case-schema.ts';
import { type Author, record, ref, someOf, told, word } from './parts.ts';

const months = { type: 'integer', minimum: 1, maximum: 1200 } as const;
const member = (type: string): JsonSchema => record({ fact: ref(`fact-${type}`), option: word }, ['fact', 'option']);

/** A map with exactly one key, which picks the shape of the rest; the parts of a condition are conditions again. */
export function conditionDefinition(author: Author): JsonSchema {
  const nodes: Readonly<Record<keyof typeof means, JsonSchema>> = {
    all: someOf(ref('condition')),
    any: someOf(ref('condition')),
    'at-least': record({ count: { type: 'integer', minimum: 1 }, of: someOf(ref('condition')) }, ['count', 'of']),
    not: ref('condition'),
    yes: ref('fact-yes-no'),
    is: member('choice'),
    includes: member('set'),
    some: ref('fact-set'),
    before: record({ fact: ref('fact-date'), date: ref('date') }, ['fact', 'date']),
    confirmed: record({ fact: ref('fact-yes-no'), from: ref('date'), months }, ['fact', 'from', 'months']),
    measure: ref('fact-measure'),
    opinion: ref('fact-opinion'),
    judged: ref('fact-judgement'),
    rule: ref('concept'),
    tier: { enum: tiers },
    role: ref('role'),
    scope: { const: 'in' },
  };
  const properties = Object.fromEntries(
    Object.entries(means).map(([key, title]) => {
      const node = Object.entries(nodes).find(([name]) => name === key)?.[1] ?? {};
      return [key, told(node, title, author)];
    }),
  );
  return { ...record(properties, []), minProperties: 1, maxProperties: 1 };
}

const means = {
  all: { en: 'All of these hold', de: 'All das trifft zu' },
  any: { en: 'At least one of these holds', de: 'Mindestens eines davon trifft zu' },
  'at-least': { en: 'At least so many of these hold', de: 'Mindestens so viele davon treffen zu' },
  not: { en: 'This does not hold', de: 'Das trifft nicht zu' },
  yes: { en: 'This question is answered yes', de: 'Diese Frage ist mit Ja beantwortet' },
  is: { en: 'Of this choice, this option was taken', de: 'Von dieser Auswahl ist diese Möglichkeit gewählt' },
  includes: { en: 'This set contains this option', de: 'Diese Liste enthält diese Möglichkeit' },
  some: { en: 'This set is not empty', de: 'Diese Liste ist nicht leer' },
  before: { en: 'This day lies before this date', de: 'Dieser Tag liegt vor diesem Datum' },
  confirmed: {
    en: 'Answered yes, and confirmed since this date and not longer ago than so many months',
    de: 'Mit Ja beantwortet und seit diesem Datum bestätigt, vor höchstens so vielen Monaten',
  },
  measure: { en: 'This measure is done and proven', de: 'Diese Maßnahme ist getan und belegt' },
  opinion: { en: 'This opinion agrees', de: 'Diese Stellungnahme stimmt zu' },
  judged: { en: 'Somebody entitled to it has judged so', de: 'Wer dazu befugt ist, hat so geurteilt' },
  rule: { en: 'This rule applies', de: 'Diese Regel trifft zu' },
  tier: {
    en: 'The system is in this tier; tiers add up',
    de: 'Das System fällt in diese Einstufung; mehrere sind möglich',
  },
  role: { en: 'We have this role', de: 'Wir haben diese Rolle' },
  scope: { en: 'The use is within the scope of the act', de: 'Der Einsatz liegt im Anwendungsbereich des Gesetzes' },
} as const;
