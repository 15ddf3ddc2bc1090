import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part of a Word file around its content. */
export const wordPart = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${w} ${r} xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:o="o">${content}</w:${root}>`;

/** A Word file with this body. `parts`: headers, notes, styles by their type and number, as in `header1`. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const links = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${kinds}/${name.replace(/\d+$/, '')}" Target="${name}.xml"/>`,
  );
  return zip({
    '_rels/.rels': `<Relationships><Relationship Id="m" Type="${kinds}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml])),
  });
}

export const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** A paragraph of Word, one run for each text; `properties` of all of them. */
export const paragraph = (texts: string | readonly string[], properties = ''): string =>
  `<w:p>${[texts]
    .flat()
    .map((text) => run(text, properties))
    .join('')}</w:p>`;

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** An ODT file with this text; `styles`: automatic styles. */
export function odt(text: string, { styles = '', masters = '', manifest = '' } = {}): Uint8Array {
  const names = 'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d" xmlns:table="tb"';
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`,
    'content.xml':
      `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${names}><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
  });
}

type Page = readonly string[] | { readonly picture: readonly string[] };

/** A PDF file; each page holds lines of text, or a large picture and some lines. */
export function pdf(pages: readonly Page[], trailer = ''): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 1/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream`,
  ];
  for (const page of pages) {
    const content = contentOf(page);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</P 4 0 R>>>>/Contents ${objects.length + 2} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    );
  }
  return pdfOf(objects, trailer);
}

function contentOf(page: Page): string {
  const lines = 'picture' in page ? page.picture : page;
  const picture = 'picture' in page ? 'q 595 0 0 842 0 0 cm /P Do Q ' : '';
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj T*`);
  return lines.length === 0 ? `${picture}q 1 w Q` : `${picture}BT /F1 11 Tf 13 TL 60 700 Td ${shown.join(' ')} ET`;
}

/** A PDF file of these objects, the first of which is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
