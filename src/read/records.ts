import type { Office } from '../model/ids.ts';
import type { Evidence } from '../model/use-case.ts';
import type { Catalogue } from './catalogue.ts';
import {
  complain,
  fieldsOf,
  nameOf,
  neededDate,
  neededText,
  optionalText,
  suggest,
  textOf,
  type Desk,
  type Entries,
} from './shape.ts';
import { clip, controlIn, type Tree } from './yaml.ts';

/** A desk for what refers to offices and files. */
export interface RecordDesk extends Desk {
  readonly catalogue: Catalogue;
  /** Whether there is such a regular file; the path is relative to the folder of the file that names it. */
  readonly fileExists: (relativePath: string) => boolean;
}

export function officeOf(desk: RecordDesk, tree: Tree, key: string): Office | null {
  const found = nameOf(desk, tree, key);
  if (found === null) return null;
  const office = desk.catalogue.offices.get(found);
  if (office !== undefined) return office;
  const known = [...desk.catalogue.offices.keys()];
  const near = suggest(desk, found, known);
  return complain(desk, tree.at, { code: 'unknown-role', params: { found: clip(found), near, known } });
}

/** One record of evidence, or a list of them. */
export function evidenceOf(desk: RecordDesk, tree: Tree): readonly Evidence[] {
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.map((item) => oneEvidence(desk, item)).filter((evidence) => evidence !== null);
}

const oneEvidence = (desk: RecordDesk, tree: Tree): Evidence | null => evidenceFields(desk, tree, [])?.evidence ?? null;

/** A record of evidence that may have `more` keys, which are handed back with it. */
export function evidenceFields(
  desk: RecordDesk,
  tree: Tree,
  more: readonly string[],
): { readonly evidence: Evidence; readonly fields: Entries } | null {
  const fields = fieldsOf(desk, tree, 'evidence', ['file', 'link', 'on', 'by', 'covers', ...more]);
  if (fields === null) return null;
  const source = sourceOf(desk, fields, tree);
  const on = neededDate(desk, fields, 'on', tree.at);
  const by = neededText(desk, fields, 'by', tree.at);
  const covers = optionalText(desk, fields, 'covers');
  if (source === null || on === null || by === null) return null;
  return { evidence: { source, on, by, covers, at: tree.at }, fields };
}

function sourceOf(desk: RecordDesk, fields: Entries, tree: Tree): Evidence['source'] | null {
  const file = fields.get('file')?.value;
  const link = fields.get('link')?.value;
  if (file !== undefined && link === undefined) return fileOf(desk, file);
  if (link !== undefined && file === undefined) return linkOf(desk, link);
  return complain(desk, tree.at, { code: 'either-key', params: { keys: ['file', 'link'] } });
}

function fileOf(desk: RecordDesk, tree: Tree): Evidence['source'] | null {
  const path = pathOf(desk, tree);
  return path === null ? null : { kind: 'file', path, exists: desk.fileExists(path) };
}

/** A path that leads to nothing but files in the folder of the use case and below. */
export function pathOf(desk: Desk, tree: Tree): string | null {
  const path = textOf(desk, tree, 'file');
  if (path === null) return null;
  const character = controlIn(path);
  if (character !== null)
    return complain(desk, tree.at, { code: 'control-character', params: { character, where: 'path' } });
  const why = whyBadPath(path);
  return why === null ? path : complain(desk, tree.at, { code: 'bad-path', params: { path: clip(path), why } });
}

/** A file may be read on another system than it was written on, so both kinds of separator count. */
export function whyBadPath(path: string): 'absolute' | 'outside' | 'url' | null {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'url';
  if (/^(?:[/\\~]|[a-z]:)/i.test(path)) return 'absolute';
  return path.split(/[/\\]/).includes('..') ? 'outside' : null;
}

/** An address that a report may show as a link. */
export const isLink = (url: string): boolean => /^https?:\/\/[^\s/<>"][^\s<>"]*$/i.test(url) && controlIn(url) === null;

function linkOf(desk: RecordDesk, tree: Tree): Evidence['source'] | null {
  const url = textOf(desk, tree, 'link');
  if (url === null) return null;
  if (isLink(url)) return { kind: 'link', url };
  return complain(desk, tree.at, { code: 'bad-link', params: { link: clip(url) } });
}
