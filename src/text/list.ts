/** The first words of a list that may be long. */
export function someOf(words: readonly string[], quote: (word: string) => string): string {
  const most = 12;
  const shown = words.slice(0, most).map(quote).join(', ');
  return words.length > most ? `${shown}, …` : shown;
}
