import type { RuleBook } from '../model/book.ts';
import type { Language, Text } from '../model/language.ts';
import { conditionDefinition } from './rule-schema/condition.ts';
import { factDefinition } from './rule-schema/fact.ts';
import {
  caseBase,
  caseEntry,
  datesSchema,
  officeEntry,
  packProperties,
  reviewEntry,
  roleEntry,
  severitiesSchema,
  sourceEntry,
  versionEntry,
} from './rule-schema/lists.ts';
import { type Author, nameDefinitions, record, ref, sentence, someOf } from './rule-schema/parts.ts';
import { ruleDefinition } from './rule-schema/rule.ts';
import type { JsonSchema } from './use-case-schema.ts';

/** What an editor needs to complete, explain and check a file of `rules/`, whichever it is: its keys at the top tell. */
export function ruleSchema(book: RuleBook, language: Language): JsonSchema {
  const author = { book, language };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: words.title[language],
    ...record(topLevel(author), []),
    oneOf: alternatives.map(({ needs, allows = [] }) => ({
      required: needs,
      propertyNames: { enum: [...needs, ...allows] },
    })),
    definitions: {
      ...nameDefinitions(author),
      condition: conditionDefinition(author),
      fact_entry: factDefinition(author),
      rule_entry: ruleDefinition(author),
    },
  };
}

/** The keys by which the files of the folder are told apart. */
const alternatives: readonly { readonly needs: readonly string[]; readonly allows?: readonly string[] }[] = [
  { needs: ['rules'] },
  { needs: ['facts'] },
  { needs: ['cases'], allows: ['base'] },
  { needs: ['dates'] },
  { needs: ['sources'] },
  { needs: ['act-roles', 'offices'] },
  { needs: ['versions'] },
  { needs: ['severities'] },
  { needs: ['id', 'version', 'title'], allows: ['optional', 'review', 'left-out'] },
  { needs: ['pending', 'reviews'] },
  { needs: ['equivalent'] },
];

function topLevel(author: Author): JsonSchema {
  const equivalent = record({ rule: sentence, what: sentence, why: sentence, 'signed-by': sentence }, [
    'rule',
    'what',
    'why',
  ]);
  const lists = {
    rules: someOf(ref('rule_entry')),
    facts: someOf(ref('fact_entry')),
    cases: someOf(caseEntry(author)),
    base: caseBase(author),
    dates: datesSchema(),
    sources: someOf(sourceEntry()),
    'act-roles': someOf(roleEntry()),
    offices: someOf(officeEntry()),
    versions: someOf(versionEntry()),
    severities: severitiesSchema(),
    pending: { type: 'array', items: ref('rule') },
    reviews: { type: 'array', items: reviewEntry() },
    equivalent: { type: 'array', items: equivalent },
    ...packProperties(),
  };
  const { keys } = words;
  return Object.fromEntries(
    Object.entries(lists).map(([key, value]) => {
      const said = Object.entries<Text>(keys).find(([known]) => known === key)?.[1];
      return [key, said === undefined ? value : { ...value, description: said[author.language] }];
    }),
  );
}

const words = {
  title: {
    en: 'A file of rules, questions, cases, dates or sources',
    de: 'Eine Datei mit Regeln, Fragen, Fällen, Daten oder Quellen',
  },
  keys: {
    rules: {
      en: 'The rules of an article or annex point',
      de: 'Die Regeln eines Artikels oder einer Nummer eines Anhangs',
    },
    facts: { en: 'The questions of a theme', de: 'Die Fragen eines Themas' },
    cases: { en: 'The cases of the rules beside', de: 'Die Fälle der Regeln daneben' },
    base: { en: 'What all cases of the file have in common', de: 'Was alle Fälle der Datei gemeinsam haben' },
    dates: { en: 'Dates by name, each with its history', de: 'Daten mit Namen, jedes mit seiner Geschichte' },
    sources: { en: 'The acts that rules cite', de: 'Die Gesetze und Quellen, auf die sich Regeln berufen' },
    'act-roles': { en: 'The roles of the acts', de: 'Die Rollen nach den Gesetzen' },
    offices: { en: 'The roles of the administration', de: 'Die Rollen in der Verwaltung' },
    versions: { en: 'The versions of the questions, oldest first', de: 'Die Fassungen der Fragen, älteste zuerst' },
    severities: {
      en: 'Which rules the organisation takes more seriously',
      de: 'Welche Regeln die Organisation ernster nimmt',
    },
    pending: { en: 'Rules that wait for a reader', de: 'Regeln, die auf einen Leser warten' },
    reviews: {
      en: 'Who has compared which rule with its source',
      de: 'Wer welche Regel mit ihrer Quelle verglichen hat',
    },
    equivalent: {
      en: 'Changed rules that no answers can tell from the rule',
      de: 'Geänderte Regeln, die keine Antworten von der Regel unterscheiden',
    },
    id: { en: 'The id of the pack, as its folder is called', de: 'Die Kennung des Regelwerks, wie sein Ordner heißt' },
    version: { en: 'The version of the pack', de: 'Die Version des Regelwerks' },
    title: { en: 'The title of the pack', de: 'Der Titel des Regelwerks' },
    optional: { en: 'Counts only where the profile chooses it', de: 'Zählt nur, wo das Profil es wählt' },
    review: {
      en: 'After how many months a use is reviewed again, where the organisation names no period',
      de: 'Nach wie vielen Monaten ein Einsatz erneut überprüft wird, wo die Organisation keine Frist nennt',
    },
    'left-out': { en: 'What is not modelled, and why', de: 'Was nicht abgebildet ist, und warum' },
  },
} as const;
