import type { FactId } from '../model/ids.ts';
import { type Language, languages } from '../model/language.ts';
import type { Usual } from '../model/template.ts';

/**
 * What is usual, as it stands behind the key in a comment. An answer counts as soon as the mark before it is gone. A list also denies what it
 * leaves out, so it cannot be had that easily: whoever only takes the mark away is told that this is no list.
 */
const hints: Record<Language, { readonly one: (yaml: string) => string; readonly several: (yaml: string) => string }> =
  {
    de: {
      one: (yaml) => `${yaml} # meist so, bitte prüfen`,
      several: (yaml) => `meist ${yaml}, bitte erst alle Möglichkeiten lesen`,
    },
    en: {
      one: (yaml) => `${yaml} # usually so, please check`,
      several: (yaml) => `usually ${yaml}, please read all options first`,
    },
  };

/** An answer that is still to be given, as a comment: to say that somebody does not know it would be something else. */
const openHints: Record<Language, string> = { de: 'unknown # noch offen', en: 'unknown # still open' };

/** `because`: what else is to be known of it, on one line; it stands there until somebody answers. */
export const openLine = (name: string, because: string | null, language: Language): string =>
  `  # ${name}: ${openHints[language]}${because === null ? '' : ` · ${because}`}`;

/** Usual answers as comments in the sections of a use-case file: they mean nothing yet. */
export function usualLines(usual: readonly Usual[], language: Language): readonly string[] {
  const { one, several } = hints[language];
  const sections = new Map<string, string[]>();
  for (const answer of usual) {
    const [section, name] = partsOf(answer.fact);
    const lines = sections.get(section) ?? [];
    lines.push(`  # ${name}: ${answer.kind === 'one' ? one(answer.value) : several(`[${answer.values.join(', ')}]`)}`);
    sections.set(section, lines);
  }
  return [...sections].flatMap(([section, lines]) => [`${section}:`, ...lines]);
}

/** The text without what is usual, or open, for this question: somebody has answered it. Whatever else is written there stays. */
export function withoutHint(text: string, section: string, name: string): string {
  const hint = languages.flatMap((language) => [
    hints[language].one('[a-z0-9-]+'),
    hints[language].several('\\[[^\\]]*\\]'),
    `${openHints[language]}(?: · .*)?`,
  ]);
  const above = '(?:[ #].*\\r?\\n|\\r?\\n)*?';
  const line = new RegExp(`^(${section}:[ \\t]*\\r?\\n${above})  # ${name}: (?:${hint.join('|')})\\r?\\n`, 'mu');
  return text.replace(line, '$1');
}

const partsOf = (fact: FactId): readonly [section: string, name: string] => {
  const dot = fact.indexOf('.');
  return [fact.slice(0, dot), fact.slice(dot + 1)];
};
