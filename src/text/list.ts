/** The words of a list; of a long one the first, and that there are `others`. */
export function someOf(words: readonly string[], quote: (word: string) => string, others: string): string {
  const most = 12;
  const shown = words.slice(0, most).map(quote).join(', ');
  return words.length > most ? `${shown} ${others}` : shown;
}
