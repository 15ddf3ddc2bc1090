/**
 * Text from files, made safe for a terminal: controls, line breaks and marks that turn the reading direction are shown as `\x1b`, so that
 * foreign text can neither steer the terminal nor begin a line of its own. Wrapping may still put any word first on a line, so
 * `::` and `##`, with which build servers mark commands in logs, are broken up too.
 */
export function forTerminal(text: string): string {
  return text.replace(
    /:(?=:)|#(?=#)|[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}

/** Text made safe for Markdown: it can begin no markup, no HTML, and no line of its own. */
export const forMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~!&]/g, '\\$&')
    .replace(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');

/** Text made safe for Word: what XML 1.0 forbids is shown as U+FFFD, line breaks and marks of direction become spaces. The library escapes markup. */
export const forWord = (text: string): string =>
  text
    .replace(/[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
