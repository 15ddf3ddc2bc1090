import { documentKinds } from '../model/tender.ts';
import type { RuleBook } from '../model/book.ts';
import type { Fact, Option } from '../model/fact.ts';
import type { Language, Text } from '../model/language.ts';
import { partsOf, prepareCatalogue, type Catalogue, type Section } from './catalogue.ts';
import type { DocumentKind } from './document.ts';
import { opinionResults } from '../model/use-case.ts';
import { events, readings, review, reviewMonths } from './review-schema.ts';

/** A schema in JSON Schema draft-07, which is the newest that YAML editors know. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What an editor needs to complete, explain and check a use-case file: each question with its examples and answers. */
export function useCaseSchema(book: RuleBook, language: Language): JsonSchema {
  const say = inLanguage(language);
  const catalogue = prepareCatalogue(book);
  const head = {
    ...formatHead(catalogue, say),
    id: { type: 'string', pattern: kebab, title: say(words.id) },
    title: { ...anyText, title: say(words.title) },
    template: { type: 'string', pattern: kebab, title: say(words.template) },
    purpose: { ...anyText, title: say(words.purpose) },
    owner: { ...record({ unit: anyText, role: anyText }, []), title: say(words.owner) },
    product: {
      ...record({ name: anyText, supplier: anyText, version: anyText }, ['name']),
      title: say(words.product),
    },
    review: { ...review, title: say(words.review) },
    waivers: { type: 'array', title: say(words.waivers), items: waiver(book, catalogue, say) },
    approval: {
      ...record(
        {
          by: officeSchema([...catalogue.offices.keys()], say),
          on: ref('date'),
          until: ref('date'),
          digest: { ...anyText, title: say(words.digest) },
        },
        ['by', 'on'],
      ),
      title: say(words.approval),
    },
    register: { ...record({ on: ref('date'), entry: anyText }, ['on']), title: say(words.register) },
    ...documents(catalogue, 'use-case', say),
  };
  const properties = { ...head, ...sectionSchemas(catalogue, 'use-case', say) };
  return schemaFile(say(words.useCase), properties, ['kompass', 'id', 'title'], say);
}

/** The same for the profile of an organisation. */
export function profileSchema(book: RuleBook, language: Language): JsonSchema {
  const say = inLanguage(language);
  const catalogue = prepareCatalogue(book);
  const head = {
    ...formatHead(catalogue, say),
    profile: { ...anyText, title: say(words.profile) },
    review: { ...reviewMonths, title: say(words.reviewMonths) },
    ...(catalogue.packs.length === 0
      ? {}
      : { packs: { type: 'array', uniqueItems: true, items: { enum: catalogue.packs }, title: say(words.packs) } }),
    ...documents(catalogue, 'profile', say),
  };
  const properties = { ...head, ...sectionSchemas(catalogue, 'profile', say) };
  return schemaFile(say(words.profile), properties, ['kompass', 'profile'], say);
}

/** Documents that prove several measures each. */
function documents(catalogue: Catalogue, kind: DocumentKind, say: Say): JsonSchema {
  const measures = [...(catalogue.sections.get('measures')?.facts ?? [])]
    .filter(([, { scope }]) => scope === 'both' || scope === kind)
    .map(([name]) => name);
  if (measures.length === 0) return {};
  const item = record(
    {
      ...evidenceParts(say),
      proves: { type: 'array', items: { enum: measures }, title: say(words.proves) },
    },
    ['on', 'by', 'proves'],
  );
  return {
    evidence: {
      type: 'array',
      title: say(words.documents),
      items: { ...item, oneOf: [{ required: ['file'] }, { required: ['link'] }] },
    },
  };
}

const evidenceParts = (say: Say): JsonSchema => ({
  file: { type: 'string', pattern: '^(?!(.*/)?\\.\\.(/|$))[^/~\\\\:][^:]*$', title: say(words.file) },
  link: { type: 'string', pattern: '^https?://', title: say(words.link) },
  on: ref('date'),
  by: { ...anyText, title: say(words.author) },
  covers: { ...anyText, title: say(words.covers) },
});

export type Say = (text: Text) => string;
export const inLanguage =
  (language: Language): Say =>
  (text) =>
    text[language];

export const kebab = '^[a-z0-9]+(-[a-z0-9]+)*$';
const anyText = { type: ['string', 'number', 'boolean'] } as const;
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

export const record = (properties: JsonSchema, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length === 0 ? {} : { required }),
});

function schemaFile(title: string, properties: JsonSchema, required: readonly string[], say: Say): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...record(properties, required),
    definitions: definitions(say),
  };
}

export const format = (say: Say): JsonSchema => ({ const: 1, title: say(words.format) });

const formatHead = (catalogue: Catalogue, say: Say): JsonSchema => ({
  kompass: format(say),
  catalogue: { enum: catalogue.versions, title: say(words.catalogue) },
});

export function definitions(say: Say): JsonSchema {
  const evidence = record(evidenceParts(say), ['on', 'by']);
  return {
    date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: say(words.date) },
    // A year alone is a number to YAML.
    period: {
      anyOf: [
        { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
        { type: 'integer', minimum: 1000, maximum: 9999 },
      ],
      title: say(words.period),
    },
    'yes-no': { oneOf: [constant('yes', say(words.yes)), constant('no', say(words.no)), unknown(say)] },
    note: { ...anyText, title: say(words.note) },
    by: { ...anyText, title: say(words.by) },
    signed: record({ by: { ...anyText, title: say(words.role) }, on: ref('date') }, ['by', 'on']),
    'one-evidence': { ...evidence, oneOf: [{ required: ['file'] }, { required: ['link'] }] },
    evidence: {
      anyOf: [ref('one-evidence'), { type: 'array', items: ref('one-evidence') }],
      title: say(words.evidence),
    },
  };
}

const constant = (value: string, title: string): JsonSchema => ({ const: value, title });
const unknown = (say: Say): JsonSchema => constant('unknown', say(words.unknown));

function sectionSchemas(catalogue: Catalogue, kind: DocumentKind, say: Say): JsonSchema {
  return Object.fromEntries(
    Array.from(catalogue.sections, ([name, section]) => [name, sectionSchema(name, section, catalogue, kind, say)]),
  );
}

function sectionSchema(name: string, section: Section, catalogue: Catalogue, kind: DocumentKind, say: Say): JsonSchema {
  const facts = [...section.facts.values()].filter(({ scope }) => scope === 'both' || scope === kind);
  const confirmable = kind === 'profile' ? section.confirmable.profile : section.confirmable.useCase;
  const clauses = { type: 'array', title: say(words.clauses), items: { enum: [...catalogue.clauses.keys()] } };
  const document = record({ file: evidenceParts(say)['file'], kind: { enum: documentKinds } }, ['file']);
  const tender = { type: 'array', title: say(words.tender), items: document };
  const properties = {
    ...Object.fromEntries(facts.map((fact) => [partsOf(fact.id)[1], factSchema(fact, catalogue, say)])),
    ...(confirmable ? { confirmed: { ...titled('signed'), title: say(words.confirmed) } } : {}),
    ...(name === 'operation' && kind === 'use-case'
      ? {
          events: { ...events, title: say(words.events) },
          readings: { ...readings, title: say(words.readings) },
        }
      : {}),
    ...(name === 'procurement' && kind === 'use-case' && catalogue.clauses.size > 0
      ? { clauses, documents: tender }
      : {}),
  };
  return { ...record(properties, []), type: ['object', 'null'] };
}

/** In draft-07 what stands beside a `$ref` is not read, so the two are put together. */
const titled = (name: string): JsonSchema => ({ allOf: [ref(name)] });

/** The question is the title, the examples the description, as editors show them. */
function factSchema(fact: Fact, catalogue: Catalogue, say: Say): JsonSchema {
  return { title: say(fact.question), description: describe(fact, say), ...answerSchema(fact, catalogue, say) };
}

function describe(fact: Fact, say: Say): string {
  const lines = [
    // Above an answer, editors show its title in place of ours.
    say(fact.question),
    ...(fact.inside === null ? [] : [`${say(words.inside)}: ${say(fact.inside)}`]),
    ...(fact.outside === null ? [] : [`${say(words.outside)}: ${say(fact.outside)}`]),
    ...('options' in fact ? fact.options.map((option) => `${option.id}: ${say(option.text)}`) : []),
  ];
  return [...lines, say(words.ifUnsure)].join('\n');
}

function answerSchema(fact: Fact, catalogue: Catalogue, say: Say): JsonSchema {
  switch (fact.type) {
    case 'measure':
      return measureSchema(say);
    case 'judgement':
      return judgementSchema(catalogue, say);
    case 'opinion':
      return opinionSchema(catalogue, say);
    case 'yes-no':
      return noted(ref('yes-no'), { 'confirmed-on': ref('date') });
    case 'choice':
      return noted({ oneOf: [...fact.options.map((option) => optionSchema(option, say)), unknown(say)] });
    case 'set':
      return noted(setSchema(fact.options, say));
    case 'date':
      return noted({ anyOf: [ref('date'), ...(fact.rough ? [ref('period')] : []), unknown(say)] });
    case 'text':
      return noted(anyText);
  }
}

/** The value alone, or in a map with a note. */
const noted = (value: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
  anyOf: [
    value,
    {
      ...record({ value, note: ref('note'), by: ref('by'), on: ref('date'), ...more }, ['value']),
      dependencies: { by: ['on'], on: ['by'] },
    },
  ],
});

const optionSchema = ({ id, text }: Option, say: Say): JsonSchema => constant(id, say(text));

function setSchema(options: readonly Option[], say: Say): JsonSchema {
  const sure = options.map((option) => optionSchema(option, say));
  const unsure = options.map(({ id, text }) => constant(`${id}?`, `${say(text)} ${say(words.unsure)}`));
  return { anyOf: [{ type: 'array', uniqueItems: true, items: { oneOf: [...sure, ...unsure] } }, unknown(say)] };
}

function measureSchema(say: Say): JsonSchema {
  const planned = { ...titled('signed'), title: say(words.planned) };
  const full = record({ done: ref('yes-no'), planned, evidence: ref('evidence'), note: ref('note') }, []);
  return { anyOf: [ref('yes-no'), full] };
}

function judgementSchema(catalogue: Catalogue, say: Say): JsonSchema {
  const properties = {
    claimed: { ...titled('yes-no'), title: say(words.claimed) },
    reason: { ...anyText, title: say(words.reason) },
    role: officeSchema([...catalogue.offices.keys()], say),
    on: ref('date'),
    evidence: ref('evidence'),
    note: ref('note'),
  };
  return { anyOf: [ref('yes-no'), record(properties, [])] };
}

function opinionSchema(catalogue: Catalogue, say: Say): JsonSchema {
  const result = { enum: [...opinionResults, 'unknown'], title: say(words.result) };
  const condition = record(
    {
      text: anyText,
      done: ref('yes-no'),
      planned: { ...titled('signed'), title: say(words.planned) },
      evidence: ref('evidence'),
    },
    ['text'],
  );
  const properties = {
    result,
    by: officeSchema([...catalogue.offices.keys()], say),
    on: ref('date'),
    digest: { ...anyText, title: say(words.digest) },
    conditions: { type: 'array', items: condition, title: say(words.conditions) },
    evidence: ref('evidence'),
    note: ref('note'),
  };
  return { anyOf: [result, record(properties, [])] };
}

const officeSchema = (offices: readonly string[], say: Say): JsonSchema => ({ enum: offices, title: say(words.role) });

export function waiver(book: RuleBook, catalogue: Catalogue, say: Say) {
  const waivable = book.rules.filter((rule) => rule.kind === 'duty' && rule.waivable.length > 0);
  const finding =
    waivable.length === 0 ? { not: {} } : { oneOf: waivable.map((rule) => constant(rule.id, say(rule.title))) };
  const approver = { name: anyText, role: officeSchema([...catalogue.offices.keys()], say) };
  const properties = {
    finding,
    'use-case': { anyOf: [anyText, { type: 'array', items: anyText }] },
    reason: { ...anyText, title: say(words.reason) },
    measures: { ...anyText, title: say(words.meanwhile) },
    'approved-by': record(approver, ['name', 'role']),
    'approved-on': ref('date'),
    expires: ref('date'),
  };
  const required = ['finding', 'reason', 'measures', 'approved-by', 'approved-on', 'expires'];
  return { ...record(properties, required), properties, required };
}

const words = {
  useCase: { en: 'A planned or running use of AI', de: 'Ein geplanter oder laufender Einsatz von KI' },
  profile: {
    en: 'Profile of the organisation: what holds for all its uses',
    de: 'Profil der Organisation: was für alle Einsätze gilt',
  },
  format: { en: 'Format of the file', de: 'Format der Datei' },
  catalogue: { en: 'Version of the questions that was answered', de: 'Fassung der Fragen, die beantwortet wurde' },
  id: { en: 'Short name: a to z, digits, hyphens', de: 'Kurzname: a bis z, Ziffern, Bindestriche' },
  title: { en: 'Title', de: 'Titel' },
  purpose: { en: 'What the system is for, in one sentence', de: 'Wozu das System dient, in einem Satz' },
  template: {
    en: 'Typical case whose usual answers kompass ask proposes; it counts for nothing else',
    de: 'Vorlage, deren übliche Antworten kompass ask vorschlägt; sonst bewirkt sie nichts',
  },
  owner: { en: 'Who is responsible', de: 'Wer verantwortlich ist' },
  product: {
    en: 'The product that is used; uses of one product stand together in the register',
    de: 'Das eingesetzte Produkt; Anwendungsfälle eines Produkts stehen im Register beieinander',
  },
  review: { en: 'When it is looked at again', de: 'Wann erneut geprüft wird' },
  reviewMonths: {
    en: 'After how many months a use is reviewed again, by tier',
    de: 'Nach wie vielen Monaten ein Einsatz erneut überprüft wird, je Einstufung',
  },
  events: {
    en: 'What happened in operation, with its day; [] if nothing did',
    de: 'Was im Betrieb geschehen ist, mit Tag; [], wenn nichts geschehen ist',
  },
  readings: {
    en: 'Figures read in operation, such as how often people overrule the system; with aspect: training, how many are trained',
    de: 'Im Betrieb gelesene Kennzahlen, zum Beispiel wie oft Menschen anders entscheiden; mit aspect: training, wie viele geschult sind',
  },
  waivers: { en: 'Decisions to go on with an unmet duty for a time', de: 'Befristete Abweichungen von einer Pflicht' },
  tender: {
    en: 'Tender documents in the folder of this file, in which clauses are looked for',
    de: 'Vergabeunterlagen im Ordner dieser Datei, in denen nach Klauseln gesucht wird',
  },
  clauses: { en: 'Contract clauses in the tender documents', de: 'Vertragsklauseln in den Vergabeunterlagen' },
  confirmed: {
    en: 'Who has read all options of the empty sets, and when',
    de: 'Wer alle Möglichkeiten der leeren Listen gelesen hat, und wann',
  },
  date: { en: 'Day, such as 2027-03-01', de: 'Tag, zum Beispiel 2027-03-01' },
  period: { en: 'Month or year, such as 2027-03 or 2027', de: 'Monat oder Jahr, zum Beispiel 2027-03 oder 2027' },
  yes: { en: 'Yes', de: 'Ja' },
  no: { en: 'No', de: 'Nein' },
  unknown: { en: 'Not known yet', de: 'Noch nicht bekannt' },
  unsure: { en: '(not sure)', de: '(nicht sicher)' },
  note: { en: 'Why, shown in the reports', de: 'Warum; steht in den Berichten' },
  by: { en: 'Who gave the answer (a role or a company)', de: 'Wer die Angabe gemacht hat (Funktion oder Firma)' },
  role: { en: 'Role', de: 'Rolle' },
  file: { en: 'File in the folder of this file or below', de: 'Datei im Ordner dieser Datei oder darunter' },
  link: { en: 'Address on the web', de: 'Adresse im Netz' },
  author: { en: 'Who made it, as a role', de: 'Wer es erstellt hat, als Rolle' },
  covers: { en: 'What it covers', de: 'Was es abdeckt' },
  evidence: { en: 'Documents that prove it', de: 'Nachweise' },
  planned: { en: 'Who will do it, and by when', de: 'Wer es tun wird, und bis wann' },
  claimed: { en: 'Does somebody claim this?', de: 'Beruft sich jemand darauf?' },
  reason: { en: 'Reason', de: 'Begründung' },
  result: { en: 'Agreed, agreed with conditions, refused', de: 'Zugestimmt, unter Bedingungen zugestimmt, abgelehnt' },
  digest: {
    en: 'Check code of the answers that it rests on; the report prints it',
    de: 'Prüfzeichen der Angaben, auf denen das beruht; es steht im Bericht',
  },
  conditions: { en: 'What the agreement demands', de: 'Was die Zustimmung verlangt' },
  approval: { en: 'Who approved the use, and when', de: 'Wer den Einsatz freigegeben hat, und wann' },
  register: { en: 'Entry in the register', de: 'Eintrag im Register' },
  documents: { en: 'Documents that prove several measures each', de: 'Nachweise, die je mehrere Maßnahmen belegen' },
  proves: { en: 'The measures that it proves', de: 'Die Maßnahmen, die er belegt' },
  packs: { en: 'House rules that the organisation chose', de: 'Hausregeln, die die Organisation gewählt hat' },
  meanwhile: { en: 'What is done in the meantime', de: 'Was in der Zwischenzeit getan wird' },
  inside: { en: 'Yes, for example', de: 'Ja, zum Beispiel' },
  outside: { en: 'No, for example', de: 'Nein, zum Beispiel' },
  ifUnsure: { en: 'If you are not sure: unknown.', de: 'Wenn Sie nicht sicher sind: unknown.' },
} as const satisfies Record<string, Text>;
