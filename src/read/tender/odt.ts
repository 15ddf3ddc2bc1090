import type { DocumentText, Passage } from '../../model/tender.ts';
import { isUnseen, readOdtStyles, type OdtStyles } from './odt-styles.ts';
import { Unreadable } from './obstacle.ts';
import { createWriter, type Writer } from './writer.ts';
import { walkXml } from './xml.ts';
import { openZip } from './zip.ts';

const documentType = 'application/vnd.oasis.opendocument.text';

/** The text that an ODT document shows; like the reader of Word documents, it leaves out what is deleted, struck through or hidden. */
export function readOdt(bytes: Uint8Array): DocumentText {
  const archive = openZip(bytes);
  if (archive.has('encrypted-package')) throw new Unreadable({ code: 'encrypted' });
  const manifest = archive.part('META-INF/manifest.xml');
  if (manifest !== null && isEncrypted(manifest)) throw new Unreadable({ code: 'encrypted' });
  const type = archive.part('mimetype');
  const content = archive.part('content.xml');
  if (content === null || type === null || !new TextDecoder().decode(type).startsWith(documentType))
    throw new Unreadable({ code: 'wrong-format' });
  const layout = archive.part('styles.xml');
  const styles = readOdtStyles(layout === null ? [content] : [layout, content]);
  const writer = createWriter();
  const embedded = walkOdt(content, 'body', styles, writer);
  if (layout !== null) walkOdt(layout, 'master-styles', styles, writer);
  const passages = writer.passages();
  if (passages.length === 0) return { passages, obstacles: [{ code: 'no-text' }] };
  return { passages, obstacles: embedded ? [{ code: 'embedded' }] : [] };
}

function isEncrypted(manifest: Uint8Array): boolean {
  let encrypted = false;
  walkXml(manifest, {
    open: (name) => {
      encrypted ||= name === 'encryption-data';
    },
    close: () => {},
    text: () => {},
  });
  return encrypted;
}

/** Deleted text is kept apart, comments and the numbers of notes stand in the middle of it. */
const unseen: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'hidden-text',
  'hidden-paragraph',
  'ruby-text',
  'desc',
  'title',
]);
const margins: ReadonlySet<string> = new Set([
  'header',
  'header-left',
  'header-first',
  'footer',
  'footer-left',
  'footer-first',
]);
const paragraphs: ReadonlySet<string> = new Set(['p', 'h']);
/** More blanks than this in a row are layout. */
const mostBlanks = 100;

/** Writes what stands below the element `root`; tells whether something is embedded. */
function walkOdt(bytes: Uint8Array, root: string, styles: OdtStyles, writer: Writer): boolean {
  const path: string[] = [];
  const units: Passage['unit'][] = ['paragraph'];
  let skipped: number | null = null;
  let isInside = false;
  let embedded = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      path.push(name);
      isInside ||= name === root;
      if (!isInside) return;
      if (skipped === null && (unseen.has(name) || isUnseen(name, attributes, styles))) skipped = path.length;
      if (skipped !== null) return;
      embedded ||= name === 'object' || name === 'object-ole';
      if (margins.has(name)) units.push('margin');
      if (name === 'note-body') units.push('note');
      if (paragraphs.has(name)) writer.begin(units.at(-1) ?? 'paragraph');
      else writer.add(breakOf(name, attributes));
    },
    close: (name) => {
      const depth = path.length;
      path.pop();
      if (name === root) isInside = false;
      if (!isInside) return;
      if (skipped !== null) {
        if (depth <= skipped) skipped = null;
        return;
      }
      if (margins.has(name) || name === 'note-body') units.pop();
      if (paragraphs.has(name)) writer.end();
    },
    text: (text) => {
      if (isInside && skipped === null) writer.add(text.replaceAll(/\s+/g, ' '));
    },
  });
  return embedded;
}

function breakOf(name: string, attributes: ReadonlyMap<string, string>): string {
  if (name === 'line-break') return '\n';
  if (name === 'tab') return '\t';
  return name === 's' ? ' '.repeat(Math.min(mostBlanks, Math.max(1, Number(attributes.get('c') ?? 1) || 1))) : '';
}
