import { forXml } from '../escape.ts';

/** Markup that is ready to be written; only `html` makes it, so foreign text cannot be mistaken for it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Markup from a template. What is put in is escaped, unless it is markup itself. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.reduce((whole, text, index) => {
    const part = parts[index];
    return whole + text + (part === undefined ? '' : written(part));
  }, ''),
});

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return forXml(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** Foreign text, whose direction of reading does not touch what stands around it. */
export const foreign = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** A link to the web; any other address stays text. */
export const link = (text: string, url: string): Markup =>
  /^https?:\/\/[^\s<>"]+$/i.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`;

export const none: Markup = { markup: '' };
