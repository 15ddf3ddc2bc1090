import type { RuleBook } from '../model/book.ts';
import type { Fact } from '../model/fact.ts';
import type { OptionId } from '../model/ids.ts';
import type { Text } from '../model/language.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Template, Usual } from '../model/template.ts';
import { readAnswer } from './answer.ts';
import type { TextFile } from './book.ts';
import { byPlace } from './by-place.ts';
import { prepareCatalogue } from './catalogue.ts';
import type { RecordDesk } from './records.ts';
import { complain, fieldsOf, nameOf, needed, neededText, suggest, wrongType } from './shape.ts';
import { isUseCaseId } from './use-case.ts';
import { clip, parseYaml, type Tree } from './yaml.ts';

/** The typical cases of these files, by name; what they hold to be usual has to be an answer to a question of the book. */
export function readTemplates(files: readonly TextFile[], book: RuleBook): Result<readonly Template[]> {
  const problems: Problem[] = [];
  const desk: RecordDesk = { problems, catalogue: prepareCatalogue(book), fileExists: () => false };
  const templates = new Map<string, Template>();
  const places = new Map<string, string>();
  for (const { name, text } of files) {
    const tree = parseYaml(text, name);
    if (!tree.ok) {
      problems.push(...tree.problems);
      continue;
    }
    const template = templateOf(desk, tree.value);
    if (template === null) continue;
    const first = places.get(template.id);
    if (first !== undefined)
      complain(desk, tree.value.at, { code: 'duplicate-id', params: { id: template.id, first } });
    templates.set(template.id, template);
    places.set(template.id, name);
  }
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byPlace) };
  return { ok: true, value: [...templates.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function templateOf(desk: RecordDesk, tree: Tree): Template | null {
  const fields = fieldsOf(desk, tree, '', ['template', 'title', 'about', 'usual']);
  if (fields === null) return null;
  const named = needed(desk, fields, 'template', tree.at);
  const id = named === null ? null : nameOf(desk, named, 'template');
  if (named !== null && id !== null && !isUseCaseId(id))
    complain(desk, named.at, { code: 'bad-id', params: { id: clip(id) } });
  const title = bothOf(desk, needed(desk, fields, 'title', tree.at), 'title');
  const about = bothOf(desk, needed(desk, fields, 'about', tree.at), 'about');
  const usual = usualOf(desk, needed(desk, fields, 'usual', tree.at));
  return id === null || title === null || about === null || usual === null ? null : { id, title, about, usual };
}

function bothOf(desk: RecordDesk, tree: Tree | null, key: string): Text | null {
  const fields = tree === null ? null : fieldsOf(desk, tree, key, ['en', 'de']);
  if (tree === null || fields === null) return null;
  const en = neededText(desk, fields, 'en', tree.at);
  const de = neededText(desk, fields, 'de', tree.at);
  return en === null || de === null ? null : { en, de };
}

function usualOf(desk: RecordDesk, tree: Tree | null): readonly Usual[] | null {
  if (tree === null) return null;
  if (tree.kind !== 'map') return wrongType(desk, tree, 'usual', 'map');
  const found = new Map<string, Usual>();
  for (const [key, { keyAt, value }] of tree.entries) {
    const fact = desk.catalogue.facts.get(key);
    if (fact === undefined) {
      const near = suggest(desk, key, desk.catalogue.facts.keys());
      complain(desk, keyAt, { code: 'unknown-fact', params: { id: clip(key), near } });
    } else if (fact.scope !== 'use-case') {
      // What holds for all uses of a body is not a matter of the kind of case.
      complain(desk, keyAt, { code: 'profile-only', params: { fact: fact.id } });
    } else {
      const usual = answerOf(desk, fact, value);
      if (usual !== null) found.set(fact.id, usual);
    }
  }
  return [...desk.catalogue.facts.keys()].flatMap((id) => found.get(id) ?? []);
}

/** A plain answer without doubt. Dates, texts and what somebody has to put on record are never usual. */
function answerOf(desk: RecordDesk, fact: Fact, tree: Tree): Usual | null {
  if (fact.type !== 'yes-no' && fact.type !== 'choice' && fact.type !== 'set') {
    return notUsual(desk, tree, fact);
  }
  // A note or a source is part of an answer that somebody gave.
  if (tree.kind === 'map') return notUsual(desk, tree, fact);
  const before = desk.problems.length;
  const given = readAnswer(desk, fact, tree);
  if (desk.problems.length > before) return null;
  switch (given?.type) {
    case 'yes-no':
      return given.value === null
        ? notUsual(desk, tree, fact)
        : { fact: fact.id, kind: 'one', value: given.value ? 'yes' : 'no' };
    case 'choice':
      return given.value === null ? notUsual(desk, tree, fact) : { fact: fact.id, kind: 'one', value: given.value };
    case 'set':
      return severalOf(desk, tree, fact, given.value ?? []);
    default:
      return null;
  }
}

type Members = readonly { readonly option: OptionId; readonly sure: boolean }[];

/** An empty list would suggest that nobody need read the options. */
function severalOf(desk: RecordDesk, tree: Tree, fact: Fact, members: Members): Usual | null {
  const unsure = members.find(({ sure }) => !sure);
  if (members.length === 0 || unsure !== undefined) return notUsual(desk, tree, fact);
  return { fact: fact.id, kind: 'several', values: members.map(({ option }) => option) };
}

const notUsual = (desk: RecordDesk, tree: Tree, fact: Fact): null =>
  complain(desk, tree.at, { code: 'not-usual', params: { fact: fact.id } });
