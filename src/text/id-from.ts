/** `Chatbot für Bürger` → `chatbot-fuer-buerger`; empty, where no letter or digit can be used. */
export function idFrom(text: string, most: { readonly words: number; readonly length: number }): string {
  const words = text
    .slice(0, 1000)
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.slice(0, most.words).join('-').slice(0, most.length).replace(/-$/, '');
}

/** The id of a new use case with this title. */
export const idFromTitle = (title: string): string => idFrom(title, { words: 5, length: 80 }) || 'use-case';
