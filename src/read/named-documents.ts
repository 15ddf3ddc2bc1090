import { documentKinds, type DocumentKind, type NamedDocument } from '../model/tender.ts';
import { pathOf } from './records.ts';
import { complain, fieldsOf, itemsOf, nameOf, needed, suggest, type Desk } from './shape.ts';
import { clip, type Tree } from './yaml.ts';

/** More is no tender any more, and each may be large. */
const mostDocuments = 100;

/** `procurement.documents`: the tender documents in the folder of the use case or below, each once. */
export function readNamedDocuments(desk: Desk, tree: Tree): readonly NamedDocument[] {
  const items = itemsOf(desk, tree, 'procurement.documents');
  if (items.length > mostDocuments) {
    complain(desk, tree.at, { code: 'too-many-files', params: { limit: mostDocuments } });
    return [];
  }
  const documents = new Map<string, NamedDocument>();
  for (const item of items) {
    const document = documentOf(desk, item);
    if (document === null) continue;
    const member = clip(document.file);
    if (documents.has(document.file))
      complain(desk, item.at, { code: 'duplicate-member', params: { fact: 'procurement.documents', member } });
    documents.set(document.file, document);
  }
  return [...documents.values()];
}

function documentOf(desk: Desk, tree: Tree): NamedDocument | null {
  const fields = fieldsOf(desk, tree, 'procurement.documents', ['file', 'kind']);
  if (fields === null) return null;
  const fileTree = needed(desk, fields, 'file', tree.at);
  const file = fileTree === null ? null : pathOf(desk, fileTree);
  const kindTree = fields.get('kind')?.value;
  const kind = kindTree === undefined ? 'other' : kindOf(desk, kindTree);
  return file === null || kind === null ? null : { file, kind, at: tree.at };
}

function kindOf(desk: Desk, tree: Tree): DocumentKind | null {
  const found = nameOf(desk, tree, 'kind');
  if (found === null) return null;
  const kind = documentKinds.find((known) => known === found);
  if (kind !== undefined) return kind;
  const near = suggest(desk, found, documentKinds);
  return complain(desk, tree.at, {
    code: 'unknown-value',
    params: { key: 'kind', found: clip(found), near, known: documentKinds },
  });
}
