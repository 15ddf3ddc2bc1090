import type { DocumentText, Obstacle } from '../../model/tender.ts';
import { walkBody, type Found } from './docx-body.ts';
import { readStyles } from './docx-styles.ts';
import { Unreadable } from './obstacle.ts';
import { createWriter } from './writer.ts';
import { walkXml } from './xml.ts';
import { openZip, type Archive } from './zip.ts';

/**
 * The text that a Word document shows: body, tables, text boxes, the headers and footers in use, and the notes referred to. What is
 * deleted (also as a tracked change), struck through or hidden does not stand there. Nothing embedded is opened, nothing linked is followed.
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const archive = openZip(bytes);
  const main = mainPart(archive);
  const body = archive.part(main);
  if (body === null) throw new Unreadable({ code: 'wrong-format' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = relations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`);
  const styles = readStyles(archive.part(byType(links, 'styles', folder) ?? `${folder}styles.xml`));
  const writer = createWriter();
  const found = walkBody(body, { styles, writer, unit: 'paragraph', only: null });
  if (!found.isDocument) throw new Unreadable({ code: 'wrong-format' });
  for (const id of found.margins) {
    const part = links.get(id);
    const margin = part === undefined ? null : archive.part(resolved(part.target, folder));
    if (margin !== null) walkBody(margin, { styles, writer, unit: 'margin', only: null });
  }
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const notes = archive.part(byType(links, kind, folder) ?? `${folder}${kind}.xml`);
    if (notes !== null && found[kind].size > 0) walkBody(notes, { styles, writer, unit: 'note', only: found[kind] });
  }
  const passages = writer.passages();
  return {
    passages,
    obstacles: obstaclesOf(
      found,
      passages.reduce((sum, { text }) => sum + text.length, 0),
    ),
  };
}

/** Less text than this beside a picture: the picture is the document. */
const hardlyAny = 100;

function obstaclesOf({ embedded, pictures }: Found, length: number): readonly Obstacle[] {
  if (length === 0 || (pictures && length < hardlyAny)) return [{ code: 'no-text' }];
  return embedded ? [{ code: 'embedded' }] : [];
}

type Links = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

function mainPart(archive: Archive): string {
  for (const { type, target } of relations(archive, '_rels/.rels').values())
    if (type === 'officeDocument') return resolved(target, '');
  return 'word/document.xml';
}

function relations(archive: Archive, name: string): Links {
  const links = new Map<string, { type: string; target: string }>();
  const bytes = archive.part(name);
  if (bytes === null) return links;
  walkXml(bytes, {
    open: (element, attributes) => {
      const isOutside = attributes.get('TargetMode') === 'External';
      if (element !== 'Relationship' || isOutside) return;
      const type = attributes.get('Type') ?? '';
      links.set(attributes.get('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: attributes.get('Target') ?? '',
      });
    },
    close: () => {},
    text: () => {},
  });
  return links;
}

function byType(links: Links, type: string, folder: string): string | null {
  const link = [...links.values()].find((one) => one.type === type);
  return link === undefined ? null : resolved(link.target, folder);
}

/** The name of a part in the archive; it names nothing outside it. */
function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
