import type { Passage } from '../../model/tender.ts';
import { applyProperty, type Look, noLook, type Styles } from './docx-styles.ts';
import type { Writer } from './writer.ts';
import { walkXml } from './xml.ts';

export interface Found {
  /** It is a text document at all, and no sheet or slide. */
  isDocument: boolean;
  /** Another document or object stands in it, with text that is not read. */
  embedded: boolean;
  pictures: boolean;
  /** What is referred to: headers and footers by their relation, notes by their number. */
  readonly margins: Set<string>;
  readonly footnotes: Set<string>;
  readonly endnotes: Set<string>;
}

interface Task {
  readonly styles: Styles;
  readonly writer: Writer;
  readonly unit: Passage['unit'];
  /** Of notes, those that are referred to; null: everything. */
  readonly only: ReadonlySet<string> | null;
}

/** What is not shown: tracked deletions, field codes, properties as they were before, and the second form of what stands there twice. */
const unseen: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'rt',
]);
const breaks: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Writes the text of one part (body, header, notes) and tells what it refers to. */
export function walkBody(bytes: Uint8Array, task: Task): Found {
  const found = emptyFound();
  const path: string[] = [];
  const looks: Looks = { paragraphs: [], runs: [] };
  /** How deep the part that is not shown begins; null: what comes is shown. */
  let skipped: number | null = null;
  walkXml(bytes, {
    open: (name, attributes) => {
      path.push(name);
      const parent = path.at(-2);
      skipped ??= skipFrom(name, path, attributes, task.only);
      if (skipped !== null) return;
      note(found, name, attributes);
      if (name === 'p') {
        task.writer.begin(task.unit);
        looks.paragraphs.push(noLook());
      } else if (name === 'r') looks.runs.push(noLook());
      else if (parent === 'rPr' && path.at(-3) === 'r') property(looks.runs.at(-1), name, attributes, task.styles);
      else if (parent === 'pPr' && name === 'pStyle') take(looks.paragraphs.at(-1), task.styles, attributes);
      else if (parent === 'r' && isShown(looks)) task.writer.add(breaks[name] ?? '');
    },
    close: (name) => {
      const depth = path.length;
      path.pop();
      if (skipped !== null) {
        if (depth <= skipped) skipped = null;
        return;
      }
      if (name === 'r') looks.runs.pop();
      if (name !== 'p') return;
      task.writer.end();
      looks.paragraphs.pop();
    },
    text: (text) => {
      if (skipped === null && path.at(-1) === 't' && isShown(looks)) task.writer.add(text);
    },
  });
  return found;
}

const emptyFound = (): Found => ({
  isDocument: false,
  embedded: false,
  pictures: false,
  margins: new Set(),
  footnotes: new Set(),
  endnotes: new Set(),
});

/** The depth from which on nothing is shown; a row or cell that was deleted is so as a whole. */
function skipFrom(
  name: string,
  path: readonly string[],
  attributes: ReadonlyMap<string, string>,
  only: ReadonlySet<string> | null,
): number | null {
  const parent = path.at(-2);
  if (only !== null && (name === 'footnote' || name === 'endnote') && !only.has(attributes.get('id') ?? ''))
    return path.length;
  if ((name === 'del' && parent === 'trPr') || (name === 'cellDel' && parent === 'tcPr')) return path.length - 2;
  return unseen.has(name) ? path.length : null;
}

function note(found: Found, name: string, attributes: ReadonlyMap<string, string>): void {
  if (name === 'document') Object.assign(found, { isDocument: true });
  if (name === 'altChunk' || name === 'subDoc' || name === 'OLEObject') Object.assign(found, { embedded: true });
  if (name === 'blip' || name === 'imagedata') Object.assign(found, { pictures: true });
  const id = attributes.get('id') ?? '';
  if (name === 'headerReference' || name === 'footerReference') found.margins.add(id);
  if (name === 'footnoteReference') found.footnotes.add(id);
  if (name === 'endnoteReference') found.endnotes.add(id);
}

interface Looks {
  /** One may stand inside another, as in a text box. */
  readonly paragraphs: Look[];
  readonly runs: Look[];
}

function property(look: Look | undefined, name: string, attributes: ReadonlyMap<string, string>, styles: Styles): void {
  if (name === 'rStyle') take(look, styles, attributes);
  else if (look !== undefined) applyProperty(look, name, attributes);
}

function take(look: Look | undefined, styles: Styles, attributes: ReadonlyMap<string, string>): void {
  const style = styles.get(attributes.get('val') ?? '');
  if (look === undefined || style === undefined) return;
  Object.assign(look, style);
}

/** What the run says itself weighs more than its paragraph. */
function isShown({ paragraphs, runs }: Looks): boolean {
  const around = paragraphs.at(-1);
  const run = runs.at(-1);
  return (['hidden', 'struck', 'doubled'] as const).every((kind) => (run?.[kind] ?? around?.[kind]) !== true);
}
