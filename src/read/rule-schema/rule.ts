import type { Text } from '../../model/language.ts';
import { aspects, bases, certainties, places, ruleKinds, severities, steps, type Rule } from '../../model/rule.ts';
import { checkStages } from '../../model/stage.ts';
import type { JsonSchema } from '../use-case-schema.ts';
import { type Author, clauseId, dotted, record, ref, someOf, told, word } from './parts.ts';

/** One entry of a rule file: its `kind` decides which keys it has. */
export function ruleDefinition(author: Author): JsonSchema {
  return {
    type: 'object',
    required: ['id', 'kind'],
    properties: {
      id: told(dotted, keys.id, author),
      kind: { enum: ruleKinds, description: keys.kind[author.language] },
    },
    allOf: [
      ...ruleKinds.map((kind) => ({
        if: { properties: { kind: { const: kind } }, required: ['kind'] },
        // oxlint-disable-next-line unicorn/no-thenable
        then: shapeOf(kind, author),
      })),
      noteNeeded,
    ],
  };
}

/** What is uncertain has to be said. */
const noteNeeded: JsonSchema = {
  if: { properties: { certainty: { enum: certainties.filter((one) => one !== 'settled') } }, required: ['certainty'] },
  // oxlint-disable-next-line unicorn/no-thenable
  then: { required: ['note'] },
};

type Key = keyof typeof keys;
const base = ['cite', 'when', 'title'] as const satisfies readonly Key[];
const uncertain = ['certainty', 'note'] as const satisfies readonly Key[];
const dated = ['applies-until', 'except'] as const satisfies readonly Key[];
const work = ['severity', 'aspect', 'why', 'to-do'] as const satisfies readonly Key[];

/** By kind, the keys that are needed and those that may be there. */
const shapes: Readonly<Record<Rule['kind'], readonly [needed: readonly Key[], more: readonly Key[]]>> = {
  concept: [base, uncertain],
  scope: [[...base, 'why'], uncertain],
  role: [[...base, 'role', 'why'], uncertain],
  classification: [
    [...base, 'applies-from', 'why'],
    [...uncertain, ...dated, 'tier', 'lifted-by'],
  ],
  prohibition: [
    [...base, 'applies-from', ...work],
    [...uncertain, ...dated, 'tier', 'basis'],
  ],
  duty: [
    [...base, 'applies-from', ...work, 'addressee', 'due', 'requires', 'evidence'],
    [...uncertain, ...dated, 'basis', 'step', 'waivable', 'clause'],
  ],
  clause: [
    [...base, ...work, 'clause', 'place', 'applies-from', 'text', 'evidence'],
    [...uncertain, 'basis'],
  ],
  gap: [['title', 'chapters'], ['cite']],
};

function shapeOf(kind: Rule['kind'], author: Author): JsonSchema {
  const [needed, more] = shapes[kind];
  const properties = Object.fromEntries(
    [...needed, ...more].map((key) => [key, told(valueOf(key, kind), keys[key], author)]),
  );
  const chapters = someOf(chapter(author));
  const own = kind === 'gap' ? { chapters: told(chapters, keys.chapters, author) } : {};
  return record({ id: true, kind: true, ...properties, ...own }, ['id', 'kind', ...needed]);
}

function chapter(author: Author): JsonSchema {
  const needed = ['addressee', 'cite', 'when', 'title', 'why'] as const;
  const properties = [...needed, ...uncertain].map((key) => [key, told(valueOf(key, 'gap'), keys[key], author)]);
  return { ...record({ code: word, ...Object.fromEntries(properties) }, ['code', ...needed]), allOf: [noteNeeded] };
}

function valueOf(key: Key, kind: Rule['kind']): JsonSchema {
  if (key === 'tier') return { enum: kind === 'prohibition' ? ['prohibited'] : ['high-risk', 'transparency'] };
  return values[key];
}

const condition = ref('condition');
const values: Readonly<Record<Exclude<Key, 'tier'>, JsonSchema>> = {
  id: dotted,
  kind: { enum: ruleKinds },
  cite: ref('citations'),
  when: condition,
  except: condition,
  requires: condition,
  title: ref('text'),
  why: ref('text'),
  'to-do': ref('text'),
  evidence: ref('text'),
  note: ref('text'),
  certainty: { enum: certainties },
  basis: { enum: bases },
  role: ref('role'),
  addressee: ref('role'),
  'applies-from': ref('date'),
  'applies-until': ref('date'),
  'lifted-by': ref('concept'),
  severity: { enum: severities },
  aspect: { enum: aspects },
  step: { enum: steps },
  due: { enum: checkStages },
  waivable: { type: 'array', items: ref('office') },
  clause: clauseId,
  place: { enum: places },
  text: ref('text'),
  chapters: {},
};

const keys = {
  id: { en: 'Pack and name, such as ai-act.art-5-1-f', de: 'Regelwerk und Name, etwa ai-act.art-5-1-f' },
  kind: { en: 'What kind of rule it is', de: 'Welche Art von Regel das ist' },
  cite: { en: 'The provisions on which the rule rests', de: 'Die Fundstellen, auf denen die Regel beruht' },
  when: { en: 'When it applies', de: 'Wann sie zutrifft' },
  except: { en: 'Exceptions of the same provision', de: 'Ausnahmen derselben Bestimmung' },
  requires: { en: 'When the duty is met', de: 'Wann die Pflicht erfüllt ist' },
  title: { en: 'Title, as reports show it', de: 'Titel, wie ihn die Berichte zeigen' },
  why: { en: 'Why this matters', de: 'Warum das wichtig ist' },
  'to-do': { en: 'What is to be done', de: 'Was zu tun ist' },
  evidence: { en: 'What proves it', de: 'Was es belegt' },
  note: { en: 'What is uncertain about the law', de: 'Was an der Rechtslage unsicher ist' },
  certainty: {
    en: 'How sure the law is; settled, if nothing stands here',
    de: 'Wie sicher die Rechtslage ist; ohne Angabe settled',
  },
  basis: { en: 'Law, or a house rule; law, if nothing stands here', de: 'Gesetz oder Hausregel; ohne Angabe law' },
  role: { en: 'The role that it gives', de: 'Die Rolle, die sie begründet' },
  addressee: { en: 'Whose duty it is', de: 'Wessen Pflicht es ist' },
  'applies-from': { en: 'Name of the date from which it applies', de: 'Name des Datums, ab dem sie gilt' },
  'applies-until': { en: 'Name of the date until which it applies', de: 'Name des Datums, bis zu dem sie gilt' },
  tier: { en: 'The tier to which it leads', de: 'Die Einstufung, zu der sie führt' },
  'lifted-by': { en: 'The rule that takes the tier away again', de: 'Die Regel, die die Einstufung wieder aufhebt' },
  severity: { en: 'How grave it is when the duty is not met', de: 'Wie schwer es wiegt, wenn die Pflicht fehlt' },
  aspect: { en: 'The aspect under which it is counted', de: 'Der Aspekt, unter dem sie zählt' },
  step: {
    en: 'The step of the preparation to which it belongs',
    de: 'Der Schritt der Vorbereitung, zu dem sie gehört',
  },
  due: { en: 'The stage by which it has to be met', de: 'Die Phase, bis zu der sie erfüllt sein muss' },
  waivable: {
    en: 'Who may approve a waiver; nobody, if nothing stands here',
    de: 'Wer eine Abweichung genehmigen darf; ohne Angabe niemand',
  },
  clause: { en: 'The contract clause that secures it', de: 'Die Vertragsklausel, die sie absichert' },
  place: { en: 'Where in tender and contract it stands', de: 'Wo sie in Vergabe und Vertrag steht' },
  text: { en: 'The wording of the clause', de: 'Der Wortlaut der Klausel' },
  chapters: { en: 'The chapters that are not modelled', de: 'Die Kapitel, die nicht abgebildet sind' },
} as const satisfies Record<string, Text>;
