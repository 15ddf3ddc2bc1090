import type { Language } from '../model/language.ts';
import type { Citation, Source } from '../model/source.ts';

/** `Art. 5(1)(f)` of the AI Act as `Art. 5 Abs. 1 Buchst. f KI-VO` or `Art. 5(1)(f) AI Act`. */
export function citationText(cite: Citation, source: Source, language: Language): string {
  if (cite.at === 'whole text') return source.short[language];
  const at = language === 'de' ? germanProvision(cite.at, source) : cite.at;
  return `${at} ${source.short[language]}`;
}

function germanProvision(at: string, source: Source): string {
  const article = /^Art\. (\w+)/.exec(at)?.[1];
  const number = article !== undefined && article === source.definitions ? 'Nr.' : 'Abs.';
  return at
    .replace(/\((\d+\w*)\)/, ` ${number} $1`)
    .replace(/^Annex/, 'Anhang')
    .replace('Section', 'Abschnitt')
    .replace(/^Recital/, 'Erwägungsgrund')
    .replace(/^para\./, 'Rn.')
    .replace(/^aspect/, 'Aspekt')
    .replace(/^governance$/, 'Abschnitt Governance')
    .replace(/^measure/, 'Maßnahme')
    .replace(/(?<= )(?:point|no\.) (?=\d)/, 'Nr. ')
    .replace(/ subparagraph (\d+)/, ' UAbs. $1')
    .replace(/ sentence (\d+)/, ' Satz $1')
    .replace(/ point \(([a-z]+)\)/, ' Buchst. $1')
    .replace(
      /\(([a-z]+)\)(?:\(([ivx]+)\))?/,
      (_, letter: string, roman: string | undefined) =>
        ` Buchst. ${letter}${roman === undefined ? '' : ` Ziff. ${roman}`}`,
    );
}
