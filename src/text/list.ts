/** The words of a list; of a long one the first, and that there are `others`. */
export function someOf(words: readonly string[], quote: (word: string) => string, others: string): string {
  const most = 12;
  const shown = words.slice(0, most).map(quote).join(', ');
  return words.length > most ? `${shown} ${others}` : shown;
}

/** The items with commas, and before the last of them `last`. */
export const listed = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join('') : items.slice(0, -1).join(', ') + last + items.slice(-1).join('');
