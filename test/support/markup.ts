import { SaxesParser } from 'saxes';

/** An element of XML, or of HTML that is XML too, with what stands in it in its order. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly (Markup | string)[];
}

interface Opened extends Markup {
  readonly parts: (Markup | string)[];
}

/** Reads it strictly: whatever is not well-formed is thrown. */
export function readMarkup(text: string): Markup {
  const root: Opened = { name: '', attributes: {}, parts: [] };
  const open: Opened[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Opened = { name, attributes: { ...attributes }, parts: [] };
    open.at(-1)?.parts.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (characters) => open.at(-1)?.parts.push(characters));
  parser.write(text).close();
  const [first] = children(root);
  if (first === undefined) throw new Error('no element');
  return first;
}

/** Our pages close every element, so that they can be read strictly. */
export const readPage = (page: string): Markup => readMarkup(page.replace(/^<!doctype html>/, ''));

export const children = ({ parts }: Markup): readonly Markup[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));

/** All elements of these names, from the first to the last. */
export const all = (element: Markup, ...names: readonly string[]): readonly Markup[] =>
  children(element).flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...all(child, ...names)]);

export const everything = (element: Markup): readonly Markup[] =>
  children(element).flatMap((child) => [child, ...everything(child)]);

export const textIn = ({ parts }: Markup): string =>
  parts.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
