import type { RuleId, UseCaseId } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import type { Tender, UseCase, Waiver } from '../model/use-case.ts';
import { byPlace } from './by-place.ts';
import { digestOf } from './digest.ts';
import { withDocuments } from './documents.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogueVersion, readFormat, readSections, topLevel } from './document.ts';
import { mergeProfile, type Profile } from './profile.ts';
import { officeOf, type RecordDesk } from './records.ts';
import {
  complain,
  fieldsOf,
  itemsOf,
  nameOf,
  needed,
  neededDate,
  neededText,
  optionalDate,
  optionalText,
  suggest,
  textOf,
} from './shape.ts';
import { clip, parseYaml, type Tree } from './yaml.ts';

export { prepareCatalogue, type Catalogue } from './catalogue.ts';

export interface UseCaseOptions {
  /** What holds for all uses of the body; its answers are joined with those of the file. */
  readonly profile: Profile | null;
  /** Whether there is such a regular file; the path is relative to the folder of the use-case file, and never leaves it. */
  readonly fileExists: (relativePath: string) => boolean;
}

/**
 * One use-case file, with the answers of the profile. All problems of the file are found at once. Whether an answer contradicts a
 * closed set is not looked at here: that needs the conditions of the gates.
 */
export function readUseCase(
  input: { readonly file: string; readonly text: string },
  catalogue: Catalogue,
  options: UseCaseOptions,
): Result<UseCase> {
  const tree = parseYaml(input.text, input.file);
  return tree.ok ? useCaseFromTree(tree.value, input.file, catalogue, options) : tree;
}

/** The same for a document that was parsed already, or made from a rule's case. */
export function useCaseFromTree(
  tree: Tree,
  file: string,
  catalogue: Catalogue,
  options: UseCaseOptions,
): Result<UseCase> {
  const desk: RecordDesk = { problems: [], catalogue, fileExists: options.fileExists };
  const useCase = readWhole(desk, tree, file);
  if (useCase === null || desk.problems.length > 0) return { ok: false, problems: desk.problems.toSorted(byPlace) };
  return options.profile === null ? { ok: true, value: useCase } : mergeProfile(useCase, options.profile, catalogue);
}

const headKeys = [
  'kompass',
  'catalogue',
  'id',
  'title',
  'purpose',
  'owner',
  'review',
  'waivers',
  'approval',
  'register',
  'evidence',
  'template',
] as const;

function readWhole(desk: RecordDesk, tree: Tree, file: string): UseCase | null {
  const entries = topLevel(desk, tree, headKeys);
  if (entries === null) return null;
  readFormat(desk, entries, tree.at);
  const id = idOf(desk, needed(desk, entries, 'id', tree.at));
  const title = neededText(desk, entries, 'title', tree.at);
  const catalogue = readCatalogueVersion(desk, entries);
  const owner = entries.get('owner')?.value;
  const waivers = entries.get('waivers')?.value;
  const head = {
    template: templateOf(desk, entries.get('template')?.value),
    purpose: optionalText(desk, entries, 'purpose'),
    owner: owner === undefined ? { unit: null, role: null } : ownerOf(desk, owner),
    waivers: waivers === undefined ? [] : waiversOf(desk, waivers, id),
    approval: approvalOf(desk, entries.get('approval')?.value),
    register: registerOf(desk, entries.get('register')?.value),
  };
  const { answers, confirmed, clauses, documents } = readSections(desk, entries, 'use-case');
  if (id === null || title === null || catalogue === null) return null;
  const digest = digestOf(catalogue, answers);
  const proven = withDocuments(desk, entries.get('evidence')?.value, answers, 'use-case');
  // Named documents are still to be read; until then nobody knows what stands in them.
  const tender: Tender =
    documents.length === 0 ? { state: 'not-named', clauses } : { state: 'unreadable', clauses: new Map() };
  return {
    id,
    title,
    file,
    catalogue,
    ...head,
    answers: proven,
    confirmed,
    tender,
    documents: { named: documents, listed: clauses, reading: null },
    digest,
    packs: new Set(),
    profile: null,
  };
}

export const isUseCaseId = (id: string): id is UseCaseId => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);

function idOf(desk: RecordDesk, tree: Tree | null): UseCaseId | null {
  const id = tree === null ? null : nameOf(desk, tree, 'id');
  if (tree === null || id === null) return null;
  if (isUseCaseId(id)) return id;
  return complain(desk, tree.at, { code: 'bad-id', params: { id: clip(id) } });
}

/** Whether there is such a template matters only to whoever asks the questions. */
function templateOf(desk: RecordDesk, tree: Tree | undefined): UseCase['template'] {
  const name = tree === undefined ? null : nameOf(desk, tree, 'template');
  return tree === undefined || name === null ? null : { name, at: tree.at };
}

function ownerOf(desk: RecordDesk, tree: Tree): UseCase['owner'] {
  const fields = fieldsOf(desk, tree, 'owner', ['unit', 'role']);
  if (fields === null) return { unit: null, role: null };
  return { unit: optionalText(desk, fields, 'unit'), role: optionalText(desk, fields, 'role') };
}

function approvalOf(desk: RecordDesk, tree: Tree | undefined): UseCase['approval'] {
  const fields = tree === undefined ? null : fieldsOf(desk, tree, 'approval', ['by', 'on', 'until', 'digest']);
  if (tree === undefined || fields === null) return null;
  const byTree = needed(desk, fields, 'by', tree.at);
  const by = byTree === null ? null : officeOf(desk, byTree, 'by');
  const on = neededDate(desk, fields, 'on', tree.at);
  const until = optionalDate(desk, fields, 'until');
  const digest = optionalText(desk, fields, 'digest');
  return by === null || on === null ? null : { by, on, until, digest, at: tree.at };
}

function registerOf(desk: RecordDesk, tree: Tree | undefined): UseCase['register'] {
  const fields = tree === undefined ? null : fieldsOf(desk, tree, 'register', ['on', 'entry']);
  if (tree === undefined || fields === null) return null;
  const on = neededDate(desk, fields, 'on', tree.at);
  return on === null ? null : { on, entry: optionalText(desk, fields, 'entry'), at: tree.at };
}

function waiversOf(desk: RecordDesk, tree: Tree, id: UseCaseId | null): readonly Waiver[] {
  return itemsOf(desk, tree, 'waivers')
    .map((item) => waiverOf(desk, item, id))
    .filter((waiver) => waiver !== null);
}

const waiverKeys = ['finding', 'use-case', 'reason', 'measures', 'approved-by', 'approved-on', 'expires'] as const;

function waiverOf(desk: RecordDesk, tree: Tree, id: UseCaseId | null): Waiver | null {
  const fields = fieldsOf(desk, tree, 'waivers', waiverKeys);
  if (fields === null) return null;
  const at = tree.at;
  const named = fields.get('use-case')?.value;
  if (named !== undefined) checkUseCase(desk, named, id);
  const finding = findingOf(desk, needed(desk, fields, 'finding', at));
  const reason = neededText(desk, fields, 'reason', at);
  const measures = neededText(desk, fields, 'measures', at);
  const approvedBy = approverOf(desk, needed(desk, fields, 'approved-by', at), finding);
  const approvedOn = neededDate(desk, fields, 'approved-on', at);
  const expires = neededDate(desk, fields, 'expires', at);
  if (finding === null || reason === null || measures === null || approvedBy === null) return null;
  if (approvedOn === null || expires === null) return null;
  if (expires < approvedOn)
    return complain(desk, at, { code: 'dates-order', params: { name: 'approved-on, expires' } });
  return { finding, reason, measures, approvedBy, approvedOn, expires, at };
}

/** A waiver copied from another file must not count here. */
function checkUseCase(desk: RecordDesk, tree: Tree, id: UseCaseId | null): void {
  const named = (tree.kind === 'list' ? tree.items : [tree]).map((item) => textOf(desk, item, 'use-case') ?? '');
  if (id !== null && !named.includes(id)) {
    complain(desk, tree.at, { code: 'foreign-waiver', params: { found: clip(named.join(', ')), id } });
  }
}

function findingOf(desk: RecordDesk, tree: Tree | null): RuleId | null {
  const found = tree === null ? null : nameOf(desk, tree, 'finding');
  if (tree === null || found === null) return null;
  const { waivable } = desk.catalogue;
  const known = waivable.get(found);
  if (known === undefined) {
    const near = suggest(desk, found, waivable.keys());
    return complain(desk, tree.at, { code: 'unknown-rule', params: { id: clip(found), near } });
  }
  return known.offices.length > 0
    ? known.rule
    : complain(desk, tree.at, { code: 'not-waivable', params: { rule: known.rule } });
}

function approverOf(desk: RecordDesk, tree: Tree | null, finding: RuleId | null): Waiver['approvedBy'] | null {
  const fields = tree === null ? null : fieldsOf(desk, tree, 'approved-by', ['name', 'role']);
  if (tree === null || fields === null) return null;
  const name = neededText(desk, fields, 'name', tree.at);
  const roleTree = needed(desk, fields, 'role', tree.at);
  const role = roleTree === null ? null : officeOf(desk, roleTree, 'role');
  if (name === null || roleTree === null || role === null) return null;
  const entitled = finding === null ? undefined : desk.catalogue.waivable.get(finding)?.offices;
  if (finding === null || entitled === undefined || entitled.includes(role)) return { name, role };
  return complain(desk, roleTree.at, { code: 'waiver-role', params: { rule: finding, found: role, known: entitled } });
}
