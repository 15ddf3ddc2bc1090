/** An element as it was read: its attributes and text are what a reader gets, without escapes. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Opened {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: Element[];
  text: string;
}

const tag = /<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const allowed = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads the small part of XML 1.0 that we write, and throws at all else, as a strict parser does. */
export function parseXml(text: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error('no XML declaration');
  if (!allowed.test(text)) throw new Error('a character that XML 1.0 forbids');
  const root: Opened = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Opened[] = [root];
  let at = head.length;
  while (at < text.length) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found === null) throw new Error(`no XML: ${JSON.stringify(text.slice(at, at + 80))}`);
    at = tag.lastIndex;
    take(found, open);
  }
  const [first, ...others] = root.children;
  if (first === undefined || others.length > 0 || open.length !== 1) throw new Error('not one element');
  return first;
}

function take(found: RegExpExecArray, open: Opened[]): void {
  const [, closing, name = '', attributes = '', empty, characters] = found;
  const top = open.at(-1);
  if (top === undefined) throw new Error('text after the end');
  if (characters !== undefined) top.text += unescape(characters);
  else if (closing === '/') {
    if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
    open.pop();
  } else {
    const element: Opened = { name, attributes: attributesOf(attributes), children: [], text: '' };
    top.children.push(element);
    if (empty !== '/') open.push(element);
  }
}

const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]));

const unescape = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code: string | undefined, name: string | undefined) => {
    const character = code === undefined ? names[name ?? ''] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`${whole} is no entity`);
    return character;
  });

/** The element and all below it. */
export const everyElement = (element: Element): readonly Element[] => [
  element,
  ...element.children.flatMap(everyElement),
];
