/**
 * A text reduced to what makes its wording: without blanks, hyphens, quotation marks and bullets, in small letters. Between digits a
 * blank or a hyphen stays, or `2 4` would be `24`. `at`: where each character stood.
 */
export interface Canon {
  readonly text: string;
  readonly at: readonly number[];
}

const dropped =
  /[\p{Pd}\u2212"'`\u00B4\u2018-\u201F\u00AB\u00BB\u2039\u203A\u2022\u25AA\u25E6\u00B7\u25CF\u25CB\u25A0\u2043]/u;
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

export function canonOf(text: string, from = 0, to = text.length): Canon {
  let reduced = '';
  const at: number[] = [];
  /** What was left out since the last character: a blank or a hyphen. */
  let gap = '';
  for (let index = from; index < to; index += 1) {
    const character = text[index] ?? '';
    if (/\s/.test(character)) gap ||= ' ';
    else if (dropped.test(character)) gap = /\p{Pd}|\u2212/u.test(character) ? '-' : gap;
    else {
      const kept = gap !== '' && isDigit(character) && isDigit(reduced.at(-1)) ? gap : '';
      const letters = kept + character.toLowerCase();
      reduced += letters;
      for (let part = 0; part < letters.length; part += 1) at.push(index);
      gap = '';
    }
  }
  return { text: reduced, at };
}
