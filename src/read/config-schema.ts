import { failLevels } from '../model/assessment.ts';
import type { RuleBook } from '../model/book.ts';
import { type Language, languages, type Text } from '../model/language.ts';
import { configWords as words } from '../text/config-words.ts';
import { prepareCatalogue } from './catalogue.ts';
import { reviewMonths } from './review-schema.ts';
import {
  definitions,
  format,
  inLanguage,
  type JsonSchema,
  kebab,
  record,
  type Say,
  waiver,
} from './use-case-schema.ts';

/** What an editor needs for a `.kompass.yaml`. */
export function configSchema(book: RuleBook, language: Language): JsonSchema {
  const say = inLanguage(language);
  const catalogue = prepareCatalogue(book);
  const properties = {
    kompass: format(say),
    language: { enum: languages, title: say(words.language) },
    rules: path(words.rules, say),
    profile: path(words.profile, say),
    packs: { type: 'array', uniqueItems: true, items: { enum: catalogue.packs }, title: say(words.packs) },
    'fail-on': { enum: failLevels, title: say(words.failOn) },
    'require-approval': { enum: ['yes', 'no'], title: say(words.requireApproval) },
    'evidence-root': path(words.evidenceRoot, say),
    review: { ...reviewMonths, title: say(words.review) },
    waivers: { type: 'array', title: say(words.waivers), items: namedWaiver(waiver(book, catalogue, say), say) },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: say(words.config),
    ...record(properties, ['kompass']),
    definitions: definitions(say),
  };
}

const path = (title: Text, say: Say): JsonSchema => ({
  type: 'string',
  pattern: '^(?!(.*/)?\\.\\.(/|$))[^/~\\\\:][^:]*$',
  title: say(title),
  description: say(words.path),
});

const id = { type: 'string', pattern: kebab };

/** Outside the use cases a waiver has to say for which it is. */
const namedWaiver = ({ properties, required, ...rest }: ReturnType<typeof waiver>, say: Say): JsonSchema => ({
  ...rest,
  properties: {
    ...properties,
    'use-case': { anyOf: [id, { type: 'array', minItems: 1, items: id }], title: say(words.useCases) },
  },
  required: ['use-case', ...required],
});
