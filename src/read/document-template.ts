import * as z from 'zod';
import type { RuleBook } from '../model/book.ts';
import type { Condition } from '../model/condition.ts';
import { blanks, type Conditional, type DocumentPart, type DocumentTemplate, shown } from '../model/document.ts';
import type { Text } from '../model/language.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Citation } from '../model/source.ts';
import type { BuiltIn, TextFile } from './book.ts';
import { citables } from './book.ts';
import { byPlace } from './by-place.ts';
import { nearest } from './nearest.ts';
import { checkConditions } from './rules/check-names.ts';
import { citation } from './rules/citation.ts';
import { condition } from './rules/condition.ts';
import { declaredOf } from './rules/organisation.ts';
import { parseRules } from './rules/parse.ts';
import { type Read, readAt, readLists } from './rules/placed.ts';
import {
  complain,
  factId,
  flag,
  office,
  orEmpty,
  orNull,
  passOn,
  record,
  ruleId,
  someOf,
  text as anyText,
  unknownKey,
} from './rules/shape.ts';
import { source } from './rules/sources.ts';
import type { Stated } from './rules/walk.ts';
import { isUseCaseId } from './use-case-id.ts';
import { clip } from './yaml.ts';

/** The papers that can be drafted, by name, from the YAML files that describe them. What they name has to be in the rules. */
export function readDocuments(files: readonly TextFile[], builtIn: BuiltIn): Result<readonly DocumentTemplate[]> {
  const sources = parseRules(builtIn.sources.text, builtIn.sources.name);
  if (!sources.ok) return sources;
  const citable = readLists([sources.value], 'sources', source);
  const declared = declaredOf(builtIn.book, citable);
  const schema = documentSchema(citation(citables([citable])));
  const problems: Problem[] = [...citable.problems];
  const found = new Map<string, DocumentTemplate>();
  for (const { name, text } of files) {
    const tree = parseRules(text, name);
    const read = tree.ok ? readAt(tree.value, [], schema) : { placed: null, problems: tree.problems };
    problems.push(...read.problems);
    if (read.placed === null) continue;
    problems.push(...checkConditions(declared, statedIn(read.placed.value), read.placed.at));
    problems.push(...namesIn(read.placed, builtIn.book));
    const { id } = read.placed.value;
    if (found.has(id))
      problems.push({ code: 'duplicate-id', at: read.placed.at(['document']), params: { id, first: id } });
    found.set(id, read.placed.value);
  }
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byPlace) };
  return { ok: true, value: [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** A sentence with blanks in braces, of which only those that a use case can fill are known. */
const text: z.ZodType<Text> = anyText.transform((found, ctx) => {
  for (const [language, words] of Object.entries(found))
    for (const [, blank = ''] of words.matchAll(/\{([^{}]*)\}/g))
      if (!blanks.some((one) => one === blank))
        complain(
          ctx,
          {
            code: 'unknown-value',
            params: { key: language, found: clip(blank), near: nearest(clip(blank), blanks), known: [...blanks] },
          },
          [language],
        );
  return found;
});

const documentSchema = (cite: z.ZodType<Citation>): z.ZodType<DocumentTemplate> =>
  record({
    document: z.string().transform((id, ctx) => {
      if (!isUseCaseId(id)) complain(ctx, { code: 'bad-id', params: { id: clip(id) } });
      return id;
    }),
    title: anyText,
    about: anyText,
    cite: orEmpty(z.array(cite)),
    'needed-by': orEmpty(z.array(ruleId)),
    sections: someOf(
      record({
        heading: anyText,
        cite: orEmpty(z.array(cite)),
        help: orNull(anyText),
        'new-page': flag,
        when: orNull(condition),
        parts: someOf(part),
      }).transform(({ 'new-page': newPage, ...section }) => ({ ...section, newPage })),
    ),
  }).transform(({ document: id, 'needed-by': neededBy, ...rest }) => ({ id, neededBy, ...rest }));

const when = orNull(condition);
const who = orNull(office);
const conditional: z.ZodType<Conditional> = record({ text, when, otherwise: orNull(text) });

const shapes: Readonly<Record<DocumentPart['kind'], z.ZodType<DocumentPart>>> = {
  say: record({ say: text, when, otherwise: orNull(text) }).transform(({ say, ...rest }) => ({
    kind: 'say',
    text: say,
    ...rest,
  })),
  points: record({ points: someOf(conditional) }).transform(({ points: of }) => ({ kind: 'points', of })),
  answers: record({ answers: someOf(factId) }).transform(({ answers: facts }) => ({ kind: 'answers', facts })),
  criteria: record({ criteria: someOf(record({ text: anyText, when: condition })) }).transform(({ criteria: of }) => ({
    kind: 'criteria',
    of,
  })),
  duties: record({ duties: someOf(ruleId) }).transform(({ duties: rules }) => ({ kind: 'duties', rules })),
  write: record({ write: text, when, who }).transform(({ write, ...rest }) => ({
    kind: 'write',
    text: write,
    ...rest,
  })),
  decide: record({ decide: text, options: someOf(anyText), when, who }).transform(({ decide, ...rest }) => ({
    kind: 'decide',
    text: decide,
    ...rest,
  })),
  show: record({ show: z.enum(shown) }).transform(({ show: what }) => ({ kind: 'show', what })),
};

/** A map, one of whose keys says what kind of part it is. */
const part: z.ZodType<DocumentPart> = z.looseObject({}).transform((value, ctx) => {
  const known = Object.keys(shapes);
  const kind = Object.entries(shapes).find(([key]) => Object.hasOwn(value, key));
  if (kind === undefined) {
    complain(ctx, unknownKey(Object.keys(value)[0] ?? '', known));
    return z.NEVER;
  }
  const parsed = kind[1].safeParse(value);
  if (parsed.success) return parsed.data;
  passOn(ctx, parsed.error);
  return z.NEVER;
});

const stated = (found: Condition | null, path: Stated['path']): readonly Stated[] =>
  found === null ? [] : [{ path, condition: found }];

function statedIn({ sections }: DocumentTemplate): readonly Stated[] {
  return sections.flatMap((section, index) => [
    ...stated(section.when, ['sections', index, 'when']),
    ...section.parts.flatMap((one, place) => statedInPart(one, ['sections', index, 'parts', place])),
  ]);
}

function statedInPart(one: DocumentPart, path: Stated['path']): readonly Stated[] {
  switch (one.kind) {
    case 'say':
    case 'write':
    case 'decide':
      return stated(one.when, [...path, 'when']);
    case 'points':
    case 'criteria':
      return one.of.flatMap((item, index) => stated(item.when, [...path, one.kind, index, 'when']));
    default:
      return [];
  }
}

/** Questions and rules that are named as such, not in conditions. */
function namesIn({ value: template, at }: Read<DocumentTemplate>, book: RuleBook): readonly Problem[] {
  const facts = new Set<string>(book.facts.map(({ id }) => id));
  const offices = new Set<string>(book.offices.map(({ id }) => id));
  const rules = new Set<string>(book.rules.flatMap(({ id, kind }) => (kind === 'concept' ? [] : [id])));
  const unknown = (
    code: 'unknown-fact' | 'unknown-rule',
    ids: readonly string[],
    known: ReadonlySet<string>,
    path: Stated['path'],
  ): readonly Problem[] =>
    ids.flatMap((id, index) =>
      known.has(id)
        ? []
        : [{ code, at: at([...path, index]), params: { id: clip(id), near: nearest(clip(id), known) } }],
    );
  return [
    ...unknown('unknown-rule', template.neededBy, rules, ['needed-by']),
    ...template.sections.flatMap((section, index) =>
      section.parts.flatMap((one, place) => {
        const path = ['sections', index, 'parts', place];
        if ((one.kind === 'write' || one.kind === 'decide') && one.who !== null && !offices.has(one.who))
          return [unknownOffice(one.who, [...offices], at([...path, 'who']))];
        if (one.kind === 'answers') return unknown('unknown-fact', one.facts, facts, [...path, 'answers']);
        return one.kind === 'duties' ? unknown('unknown-rule', one.rules, rules, [...path, 'duties']) : [];
      }),
    ),
  ];
}

const unknownOffice = (found: string, known: readonly string[], at: Position): Problem => ({
  code: 'unknown-role',
  at,
  params: { found: clip(found), near: nearest(clip(found), known), known },
});
