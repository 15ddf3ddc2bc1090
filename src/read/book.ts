import type * as z from 'zod';
import type { Pack, RuleBook } from '../model/book.ts';
import type { PackId, SourceId } from '../model/ids.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { Citation, Source } from '../model/source.ts';
import { checkNames } from './rules/check-names.ts';
import { checkOrder } from './rules/check-order.ts';
import { citation } from './rules/citation.ts';
import type { Declared, PackRule } from './rules/declared.ts';
import { factSchema } from './rules/fact.ts';
import { dependencies, inOrder, ruleNode } from './rules/graph.ts';
import { actRoleEntry, dateSchema, officeEntry, packSchema, version } from './rules/head.ts';
import { readAt, readLists, readMap, type Entries, type Placed } from './rules/placed.ts';
import { declaredOf, joined, misnamed, raisedIn, strangers, together, withRaised } from './rules/organisation.ts';
import { parseRules } from './rules/parse.ts';
import { prune } from './rules/prune.ts';
import { ruleSchema } from './rules/rule.ts';
import { complain } from './rules/shape.ts';
import { sortFiles, type FileGroup, type PackFiles, type RuleFiles } from './rules/sort-files.ts';
import { source, type SourceEntry } from './rules/sources.ts';
import { tidy } from './rules/tidy.ts';
import { clip, type Tree } from './yaml.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The rule book that the YAML files of a rules folder hold, in any order; cases and reviews among them are passed over.
 * Problems of all files are collected, sorted by place.
 */
export function readBook(files: readonly TextFile[]): Result<RuleBook> {
  const { declared, problems } = check(files);
  return problems.length === 0 ? { ok: true, value: bookOf(declared) } : { ok: false, problems };
}

export interface LenientBook {
  readonly book: RuleBook;
  readonly problems: readonly Problem[];
  /** Ids of rules and facts that exist but are not in the book. */
  readonly leftOut: ReadonlySet<string>;
}

/** For rule authors: the book of what could be read, beside the problems. It must not be used to assess. */
export function readBookLeniently(files: readonly TextFile[]): LenientBook {
  const { declared, problems } = check(files);
  const book = bookOf(problems.length === 0 ? declared : prune(declared));
  const kept = new Set<string>([...book.facts, ...book.rules].map(({ id }) => id));
  const all = [...declared.facts.declared.keys(), ...declared.rules.declared.keys()];
  return { book, problems, leftOut: new Set(all.filter((id) => !kept.has(id))) };
}

/** The built-in rules, and the file with the index of what can be cited in their sources. */
export interface BuiltIn {
  readonly book: RuleBook;
  readonly sources: TextFile;
}

/**
 * The built-in rules with what the files of an organisation's folder add: rules, their questions, dates and sources, and raised severities.
 * An organisation asks for more than the law does. It has no say in tier, scope and roles, and nothing that is built in can be replaced.
 */
export function addOrganisation(files: readonly TextFile[], builtIn: BuiltIn): Result<RuleBook> {
  const sources = parseRules(builtIn.sources.text, builtIn.sources.name);
  if (!sources.ok) return sources;
  const base = declaredOf(builtIn.book, readSources(sources.value));
  const sorted = sortFiles(files, 'organisation');
  // Who refers to what stands in a file that is not YAML is not to blame.
  if (sorted.problems.length > 0) return { ok: false, problems: tidy(sorted.problems) };
  const own = readAll(sorted.files, base);
  const { declared, problems } = joined(base, own.declared);
  const raised = raisedIn(sorted.files.severities, declared.rules);
  const all = [
    ...own.problems,
    ...problems,
    ...raised.problems,
    ...strangers(own.declared.rules),
    ...misnamed(own.declared.facts),
    ...checkNames(declared),
    ...checkOrder(declared),
  ];
  if (all.length > 0) return { ok: false, problems: tidy(all) };
  return { ok: true, value: withRaised(together(builtIn.book, bookOf(own.declared)), raised.entries) };
}

function check(files: readonly TextFile[]): { readonly declared: Declared; readonly problems: readonly Problem[] } {
  const sorted = sortFiles(files, 'builtIn');
  const { declared, problems } = readAll(sorted.files, null);
  const all = [...sorted.problems, ...problems, ...checkNames(declared), ...checkOrder(declared)];
  return { declared, problems: tidy(all) };
}

const readSources = (tree: Tree) => readLists([tree], 'sources', source);

/** What the files declare themselves. `base`: what can be cited besides, and which packs there are. */
function readAll(files: RuleFiles, base: Declared | null): { declared: Declared; problems: readonly Problem[] } {
  const sources = files.sources && readSources(files.sources);
  const known = [sources, base?.sources ?? null].filter((list) => list !== null);
  const isWhole = known.length > 0 && known.every(({ problems }) => problems.length === 0);
  const cite = citation(isWhole ? citables(known) : null);
  const versions = files.catalogue && readLists([files.catalogue], 'versions', version);
  const actRoles = files.roles && readLists([files.roles], 'act-roles', actRoleEntry, ['offices']);
  const offices = files.roles && readLists([files.roles], 'offices', officeEntry, ['act-roles']);
  const dates = files.dates && readMap(files.dates, 'dates', (name) => dateSchema(cite, name));
  const facts = readGroup(files.facts, 'facts', factSchema(cite));
  const packs = files.packs.map((pack) => readPack(pack, cite));
  const rules = merge(packs.map((pack) => pack.rules));
  const declared = {
    versions,
    actRoles,
    offices,
    sources,
    dates,
    facts,
    rules,
    packs: packs.flatMap(({ pack }) => pack?.value ?? []),
  };
  const lists = [sources, versions, actRoles, offices, dates, facts, rules];
  return {
    declared,
    problems: [
      ...lists.flatMap((list) => list?.problems ?? []),
      ...packs.flatMap((pack) => pack.problems),
      ...samePacks(
        packs.flatMap(({ pack }) => pack ?? []),
        base?.packs ?? [],
      ),
    ],
  };
}

/** Rules of two packs of one id could not be told apart. */
function samePacks(packs: readonly Placed<Pack>[], builtIn: readonly Pack[]): Problem[] {
  return packs.flatMap(({ value: { id }, at }, index): Problem[] => {
    if (builtIn.some((pack) => pack.id === id))
      return [{ code: 'duplicate-id', at: at(['id']), params: { id, first: `rules/${id}/pack.yaml` } }];
    const first = packs.slice(0, index).find((earlier) => earlier.value.id === id);
    if (first === undefined) return [];
    const place = first.at(['id']);
    return [{ code: 'duplicate-id', at: at(['id']), params: { id, first: `${place.file}:${place.line}` } }];
  });
}

export const citables = (lists: readonly Entries<SourceEntry>[]) =>
  new Map<SourceId, SourceEntry['citable']>(
    lists.flatMap(({ entries }) => entries.map(({ value }) => [value.id, value.citable] as const)),
  );

/** A pack without its head is still read, under the name of its folder, so that its rules are not blamed for that. */
function readPack(
  files: PackFiles,
  cite: z.ZodType<Citation>,
): { pack: Placed<Pack> | null; rules: Entries<PackRule>; problems: readonly Problem[] } {
  const head = files.head && readAt(files.head, [], packSchema(cite));
  const pack = head?.placed ?? null;
  const id = pack?.value.id ?? (files.folder as PackId);
  const own = ruleSchema(cite).transform((rule, ctx): PackRule => {
    if (pack !== null && !rule.id.startsWith(`${id}.`)) {
      const near = rule.id.replace(/^[^.]*/, id);
      complain(ctx, { code: 'unknown-value', params: { key: 'id', found: clip(rule.id), near, known: [] } }, ['id']);
    }
    return { rule, pack: id };
  });
  return { pack, rules: readGroup(files.rules, 'rules', own), problems: head?.problems ?? [] };
}

/** What a file that is not YAML would have held is not known. */
function readGroup<T>({ trees, complete }: FileGroup, key: string, schema: z.ZodType<T>): Entries<T> {
  const list = readLists(trees, key, schema);
  return { ...list, complete: list.complete && complete };
}

function merge<T>(lists: readonly Entries<T>[]): Entries<T> {
  return {
    entries: lists.flatMap(({ entries }) => entries),
    declared: new Map(lists.flatMap(({ declared }) => [...declared])),
    complete: lists.every(({ complete }) => complete),
    problems: lists.flatMap(({ problems }) => problems),
  };
}

function bookOf(declared: Declared): RuleBook {
  const { versions, actRoles, offices, sources, dates, facts, packs } = declared;
  return {
    versions: valuesOf(versions).map(({ id }) => id),
    facts: facts.entries.map(({ value, at }) => ({ ...value, at: at() })),
    rules: rulesOf(declared),
    dates: valuesOf(dates),
    sources: valuesOf(sources).map(({ amendedBy: _amendedBy, citable: _citable, ...entry }): Source => entry),
    actRoles: valuesOf(actRoles),
    offices: valuesOf(offices),
    packs,
    raised: [],
  };
}

const valuesOf = <T>(list: Entries<T> | null): T[] => (list?.entries ?? []).map(({ value }) => value);

/** Each after the rules that it needs. */
function rulesOf(declared: Declared): Rule[] {
  const byNode = new Map(declared.rules.entries.map((entry) => [ruleNode(entry.value.rule.id), entry]));
  return inOrder(dependencies(declared)).flatMap((node) => {
    const entry = byNode.get(node);
    return entry === undefined ? [] : placedRules(entry);
  });
}

/** A gap becomes one rule for each of its chapters. */
function placedRules({ value: { rule, pack }, at }: Placed<PackRule>): Rule[] {
  if (rule.kind !== 'gap') return [{ ...rule, pack, at: at() }];
  const { id, kind } = rule;
  return rule.chapters.map((chapter, index) => ({ ...chapter, id, kind, pack, at: at(['chapters', index]) }));
}
