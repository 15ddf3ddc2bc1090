/**
 * Text of a document as it reads: no characters that nobody sees (soft hyphens, zero widths), one kind of hyphen inside words, one
 * form of each letter. Line breaks stay.
 */
export const tidy = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[\u2010\u2011\u2043\uFE63\uFF0D]/g, '-')
    .normalize('NFKC')
    .replaceAll(/[^\S\n]+/g, ' ');

export const holdsText = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
