import { getDocument, OPS } from 'unpdf/pdfjs';
import type { DocumentText, Obstacle } from '../../model/tender.ts';
import { passagesOf, type Piece, type PageLines, linesOf } from './pdf-lines.ts';
import { Unreadable } from './obstacle.ts';
import { checkPdfSize } from './pdf-size.ts';
import { sheltered } from './strays.ts';
import { holdsText } from './tidy.ts';

const mostPages = 2_000;
/** Of one page: nobody can read more on it, and forms that draw each other could go on without end. */
const mostPieces = 50_000;
/** In pixels: larger pictures are not decoded, only noticed. */
const mostPixels = 500_000;
/** Letters; a page with a large picture and less text than this is a scan with a stamp. */
const hardlyAny = 60;

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** The text of a PDF file, page by page. No script runs, no form is filled, no attachment or address is opened, nothing is drawn. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  checkPdfSize(bytes);
  const { value, strays } = await sheltered(() => readChecked(bytes));
  // The library came upon damage somewhere; nobody can say whether all was read.
  return strays === 0 ? value : { ...value, obstacles: [...value.obstacles, { code: 'broken' }] };
}

async function readChecked(bytes: Uint8Array): Promise<DocumentText> {
  lendMissingMethod();
  const task = getDocument({
    // A copy: the library takes the bytes away from who hands them in.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: true,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  try {
    return await readPages(await task.promise);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable({ code: isLocked ? 'encrypted' : 'broken' });
  } finally {
    await task.destroy();
  }
}

async function readPages(pdf: Pdf): Promise<DocumentText> {
  const pages: PageLines[] = [];
  const blind: number[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
    const read = await readPage(pdf, number);
    if (read === null) blind.push(number);
    else pages.push({ number, ...read });
    // A file that promises pages which it does not hold.
    if (blind.length >= 100 && pages.length === 0) break;
  }
  const passages = passagesOf(pages);
  if (passages.length === 0) return { passages, obstacles: [{ code: 'no-text' }] };
  const obstacles: Obstacle[] = await obstaclesOf(pdf);
  if (blind.length > 0) obstacles.push({ code: 'pages-without-text', pages: blind });
  return { passages, obstacles };
}

async function obstaclesOf(pdf: Pdf): Promise<Obstacle[]> {
  const { info } = await pdf.getMetadata();
  const says = (key: string): boolean => Object.entries(info).some(([name, value]) => name === key && value === true);
  return [
    ...(pdf.numPages > mostPages ? [{ code: 'too-many-pages' as const, limit: mostPages }] : []),
    ...(says('IsXFAPresent') ? [{ code: 'form' as const }] : []),
    ...(says('IsCollectionPresent') ? [{ code: 'embedded' as const }] : []),
  ];
}

/** The lines of a page; null: it could not be read, or it is a picture. An empty page is read, and says nothing. */
async function readPage(pdf: Pdf, number: number): Promise<Omit<PageLines, 'number'> | null> {
  try {
    const page = await pdf.getPage(number);
    const lines = linesOf(await piecesOf(page));
    const text = lines.map((line) => line.text).join('');
    const isEnough = (text.match(/\p{L}/gu)?.length ?? 0) >= hardlyAny;
    const isRead = isLegible(text) && (isEnough || !(await showsPicture(page, holdsText(text))));
    page.cleanup();
    return isRead ? { lines, height: page.view[3] ?? 0 } : null;
  } catch {
    // The file is damaged at this page: whatever stands there was not read, and that is what is said.
    return null;
  }
}

async function piecesOf(page: Page): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: false }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    for (const item of value.items) if ('str' in item) pieces.push(item);
    if (pieces.length <= mostPieces) continue;
    await reader.cancel();
    throw new Unreadable({ code: 'broken' });
  }
}

/** Signs without a meaning: a font that does not say which letters its shapes are. */
function isLegible(text: string): boolean {
  const strange = text.match(/[\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  return strange * 10 <= text.length;
}

const idle: ReadonlySet<number> = new Set([
  OPS.save,
  OPS.restore,
  OPS.transform,
  OPS.setLineWidth,
  OPS.setLineCap,
  OPS.setLineJoin,
  OPS.setMiterLimit,
  OPS.setDash,
  OPS.setRenderingIntent,
  OPS.setFlatness,
  OPS.setGState,
  OPS.setStrokeRGBColor,
  OPS.setFillRGBColor,
  OPS.clip,
  OPS.eoClip,
  OPS.endPath,
  OPS.dependency,
  OPS.beginText,
  OPS.endText,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
  OPS.endMarkedContent,
]);
/** Whether a page with little or no text shows something else that may be text: a picture, or with no text at all anything drawn. */
async function showsPicture(page: Page, hasText: boolean): Promise<boolean> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: 0 });
    // A picture larger than we decode ends the list before it began.
    if (fnArray.length === 0) return true;
    return (
      !hasText &&
      fnArray.some((name: number, index: number) => {
        const isClip = name === OPS.constructPath && argsArray[index]?.[0] === OPS.endPath;
        return !idle.has(name) && !isClip;
      })
    );
  } catch {
    return true;
  }
}

/** The library lists what a page draws with a method that Node 20 does not have yet. */
function lendMissingMethod(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  const options = { configurable: true, writable: true, value: transferToFixedLength };
  // oxlint-disable-next-line no-extend-native -- just as the standard has it, and only where it is missing
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', options);
}

function transferToFixedLength(this: ArrayBuffer, length: number): ArrayBuffer {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this).subarray(0, length));
  return copy;
}
