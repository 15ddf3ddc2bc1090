import type { RuleBook } from '../../model/book.ts';
import type { FactType } from '../../model/fact.ts';
import type { Language, Text } from '../../model/language.ts';
import { ruleKinds, type Rule } from '../../model/rule.ts';
import { citationForms } from '../rules/citation.ts';
import type { JsonSchema } from '../use-case-schema.ts';

/** From what the parts of the schema are made. */
export interface Author {
  readonly book: RuleBook;
  readonly language: Language;
}

export const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** A map with these keys and no others. */
export const record = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length === 0 ? {} : { required }),
});

export const someOf = (items: JsonSchema): JsonSchema => ({ type: 'array', minItems: 1, items });

/** In draft-07 what stands beside a `$ref` is not read, so the two are put together. */
export const told = (schema: JsonSchema, title: Text, { language }: Author): JsonSchema => ({
  allOf: [schema],
  description: title[language],
});

export const word = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } as const;
export const dotted = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$' } as const;
const month = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } as const;
/** `K-AI-26-06`, as tender documents print it. */
export const clauseId = { type: 'string', pattern: '^K(?:-[A-Z0-9]+)+$' } as const;
export const sentence = { type: 'string', pattern: '^[^\\r\\n]*\\S[^\\r\\n]*\\s*$' } as const;
export const day = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' } as const;
/** A date has a name; the day stands in `dates.yaml`. */
const dateName = { type: 'string', pattern: '^(?!\\d{4}-\\d{2}-\\d{2}$)[a-z0-9]+(-[a-z0-9]+)*$' } as const;

interface Known {
  readonly id: string;
  readonly title: Text;
}

/** What is known is offered; another name of the same form may be declared beside it. */
function names(known: readonly Known[], form: JsonSchema, { language }: Author): JsonSchema {
  const unique = [...new Map(known.map((one) => [one.id, one])).values()];
  if (unique.length === 0) return form;
  const offered = { enum: unique.map(({ id }) => id), enumDescriptions: unique.map(({ title }) => title[language]) };
  return { anyOf: [offered, form] };
}

const factTypes: readonly FactType[] = ['yes-no', 'choice', 'set', 'date', 'text', 'measure', 'judgement', 'opinion'];

/** Everything that a rule file can name, with what is known of it already. */
export function nameDefinitions(author: Author): JsonSchema {
  const { facts, rules, dates, actRoles, offices, sources, versions } = author.book;
  const asked = (only: (type: FactType) => boolean): readonly Known[] =>
    facts.filter(({ type }) => only(type)).map(({ id, question }) => ({ id, title: question }));
  const ofKind = (only: (kind: Rule['kind']) => boolean) => rules.filter(({ kind }) => only(kind));
  return {
    fact: names(
      asked(() => true),
      dotted,
      author,
    ),
    ...Object.fromEntries(
      factTypes.map((type) => [
        `fact-${type}`,
        names(
          asked((one) => one === type),
          dotted,
          author,
        ),
      ]),
    ),
    rule: names(
      ofKind((kind) => ruleKinds.includes(kind)),
      dotted,
      author,
    ),
    concept: names(
      ofKind((kind) => kind !== 'duty' && kind !== 'gap'),
      dotted,
      author,
    ),
    date: names(
      dates.map(({ name, title }) => ({ id: name, title })),
      dateName,
      author,
    ),
    role: names(actRoles, word, author),
    office: names(offices, word, author),
    act: names(sources, word, author),
    version: { anyOf: [{ enum: versions }, month] },
    text: record({ en: sentence, de: sentence }, ['en', 'de']),
    day,
    citation: record(
      { act: ref('act'), at: { type: 'string', anyOf: citationForms.map((pattern) => ({ pattern })) } },
      ['act', 'at'],
    ),
    citations: someOf(ref('citation')),
  };
}
