/** What is no character of a text: controls, line breaks, marks that turn the reading direction. */
const unseen = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text from files with everything shown that is else not seen, as `\x1b`: it deceives nobody and begins no line. */
export const visible = (text: string): string => text.replace(unseen, shown);

/**
 * Text from files, made safe for a terminal: it can neither steer the terminal nor begin a line of its own. Wrapping may still put any word
 * first on a line, so `::` and `##`, with which build servers mark commands in logs, are broken up too.
 */
export const forTerminal = (text: string): string => visible(text).replace(/:(?=:)|#(?=#)/g, shown);

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text made safe for Markdown: it can begin no markup, no HTML, and no line of its own. */
export const forMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~!&]/g, '\\$&')
    .replace(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');

/** The same for a comment in a merge request, where `$` begins a formula and `@` sends messages. */
export const forComment = (text: string): string =>
  forMarkdown(text)
    .replaceAll('$', String.raw`\$`)
    .replaceAll('@', silentAt);

/** An at sign and a blank without width, so that a comment in a merge request sends no messages. */
const silentAt = '@&#8203;';

/** Text made safe for XML 1.0 and HTML, in elements and attributes; what may not stand there becomes U+FFFD. */
export const forXml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => entities.get(character) ?? `&#${character.charCodeAt(0)};`);

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** The same for HTML in a comment in a merge request. */
export const forHtmlInComment = (text: string): string => forXml(visible(text)).replaceAll('@', silentAt);

/** The text of a log command of GitHub. */
export const forGithub = (text: string): string => text.replace(/[%\r\n]/g, percent);

/** A property of a log command of GitHub. */
export const forGithubProperty = (text: string): string => text.replace(/[%\r\n:,]/g, percent);

const percent = (character: string): string => encodeURIComponent(character);

/** Text of a SARIF message, in which brackets make links and braces places. */
export const forSarif = (text: string): string => text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');

/** A path as a relative address. */
export const forUri = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** Text made safe for Word: what XML 1.0 forbids is shown as U+FFFD, line breaks and marks of direction become spaces. The library escapes markup. */
export const forWord = (text: string): string =>
  text
    .replace(/[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');

/** One cell of a table for spreadsheets: it cannot become a formula, and holds its line breaks within quotation marks. */
export function forCsv(text: string): string {
  const plain = text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu, '\uFFFD');
  // A formula may also hide behind white space.
  const safe = /^\s*[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[;"\n\r,\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
