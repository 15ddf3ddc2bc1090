import type { PackId } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import type { Tier } from '../model/tier.ts';
import type { Tender, UseCase } from '../model/use-case.ts';
import { byPlace } from './by-place.ts';
import { digestOf } from './digest.ts';
import { withDocuments } from './documents.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogueVersion, readFormat, readSections, topLevel } from './document.ts';
import { mergeProfile, type Profile } from './profile.ts';
import { officeOf, type RecordDesk } from './records.ts';
import { reviewOf } from './review.ts';
import { fieldsOf, nameOf, needed, neededDate, neededText, optionalDate, optionalText } from './shape.ts';
import { idOf } from './use-case-id.ts';
import { type NamedWaiver, waiversOf } from './waivers.ts';
import { parseYaml, type Tree } from './yaml.ts';

export { prepareCatalogue, type Catalogue } from './catalogue.ts';
export { isUseCaseId } from './use-case-id.ts';

/** What the configuration of the run adds to each use case. */
export interface Additions {
  readonly packs: ReadonlySet<PackId>;
  readonly waivers: readonly NamedWaiver[];
  readonly reviewMonths: ReadonlyMap<Tier, number>;
}

export interface UseCaseOptions {
  /** What holds for all uses of the body; its answers are joined with those of the file. */
  readonly profile: Profile | null;
  /** Whether there is such a regular file; the path is relative to the folder of the use-case file, and never leaves it. */
  readonly fileExists: (relativePath: string) => boolean;
  readonly additions?: Additions | null;
}

/**
 * One use-case file, with the answers of the profile. All problems of the file are found at once. Whether an answer contradicts a
 * closed set is not looked at here: that needs the conditions of the gates.
 */
export function readUseCase(
  input: { readonly file: string; readonly text: string; readonly firstLine?: number },
  catalogue: Catalogue,
  options: UseCaseOptions,
): Result<UseCase> {
  const tree = parseYaml(input.text, input.file, undefined, input.firstLine);
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
  const whole = added(useCase, options.additions ?? null);
  return options.profile === null ? { ok: true, value: whole } : mergeProfile(whole, options.profile, catalogue);
}

function added(useCase: UseCase, additions: Additions | null): UseCase {
  if (additions === null) return useCase;
  const { packs, waivers, reviewMonths } = additions;
  const named = waivers.filter(({ useCases }) => useCases.includes(useCase.id)).map(({ waiver }) => waiver);
  return {
    ...useCase,
    packs: new Set([...useCase.packs, ...packs]),
    waivers: [...useCase.waivers, ...named],
    reviewMonths,
  };
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
  'product',
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
    product: productOf(desk, entries.get('product')?.value),
    waivers: waivers === undefined ? [] : waiversOf(desk, waivers, id),
    approval: approvalOf(desk, entries.get('approval')?.value),
    review: reviewOf(desk, entries.get('review')?.value),
    register: registerOf(desk, entries.get('register')?.value),
  };
  const { answers, confirmed, clauses, documents, events, readings } = readSections(desk, entries, 'use-case');
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
    events,
    readings,
    tender,
    documents: { named: documents, listed: clauses, reading: null },
    digest,
    packs: new Set(),
    reviewMonths: new Map(),
    profile: null,
    organisation: null,
  };
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

function productOf(desk: RecordDesk, tree: Tree | undefined): UseCase['product'] {
  const fields = tree === undefined ? null : fieldsOf(desk, tree, 'product', ['name', 'supplier', 'version']);
  if (tree === undefined || fields === null) return null;
  const name = neededText(desk, fields, 'name', tree.at);
  const supplier = optionalText(desk, fields, 'supplier');
  const version = optionalText(desk, fields, 'version');
  return name === null ? null : { name, supplier, version };
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
