import type { ProvenFact } from '../model/records.ts';
import type { Language } from '../model/language.ts';

/** How documents, opinions and plans stand in the reports for officers. */
interface RecordWords {
  readonly file: Readonly<Record<'there' | 'gone' | 'link', string>>;
  readonly dated: (by: string, day: string, state: string) => string;
  readonly covers: (text: string) => string;
  readonly evidenceFor: string;
  readonly condition: (text: string) => string;
  /** Behind what it proves; `until`: the last day on which it counts, empty where it does not age. */
  readonly counts: Readonly<Record<ProvenFact['state'], (until: string) => string>>;
  readonly notGiven: string;
  readonly demandedBy: (duty: string, certain: boolean) => string;
  readonly notDemanded: string;
  readonly notNeeded: string;
  readonly metOtherwise: (duty: string) => string;
  readonly doesNotCount: string;
  readonly note: (text: string) => string;
  readonly met: Readonly<Record<'met' | 'unmet' | 'open', string>>;
  readonly demands: (text: string, state: string, plan: string) => string;
  readonly plan: (by: string, day: string, late: boolean) => string;
}

const de: RecordWords = {
  file: { there: 'Datei vorhanden', gone: 'Datei nicht gefunden', link: 'Link, nicht aufgerufen' },
  dated: (by, day, state) => `${by}, ${day} · ${state}`,
  covers: (text) => `Betrifft: ${text}`,
  evidenceFor: 'Nachweis zu:',
  condition: (text) => `Auflage: »${text}«`,
  counts: {
    counts: (until) => (until === '' ? '' : ` (zählt bis ${until})`),
    'too-early': () => ' (zählt am Stichtag noch nicht)',
    expired: (until) => ` (zählte nur bis ${until})`,
    'no-file': () => ' (zählt nicht)',
  },
  notGiven: 'steht noch aus',
  demandedBy: (duty, certain) => `${certain ? 'Verlangt durch' : 'Vielleicht verlangt durch'}: ${duty}`,
  notDemanded: 'Hier verlangt sie keine Pflicht.',
  notNeeded: 'nicht gegeben und hier nicht nötig',
  metOtherwise: (duty) => `Auf andere Weise erfüllt ist: ${duty}`,
  doesNotCount: 'zählt nicht',
  note: (text) => `Anmerkung: »${text}«`,
  met: { met: 'erfüllt', unmet: 'nicht erfüllt', open: 'noch offen' },
  demands: (text, state, plan) => `Auflage: »${text}« · ${[state, plan].filter((part) => part !== '').join(', ')}`,
  plan: (by, day, late) => `geplant: ${by}, bis ${day}${late ? ' (dieser Tag ist vorbei)' : ''}`,
};

const en: RecordWords = {
  file: { there: 'file is there', gone: 'file not found', link: 'link, not followed' },
  dated: (by, day, state) => `${by}, ${day} · ${state}`,
  covers: (text) => `About: ${text}`,
  evidenceFor: 'Evidence for:',
  condition: (text) => `Condition: “${text}”`,
  counts: {
    counts: (until) => (until === '' ? '' : ` (counts until ${until})`),
    'too-early': () => ' (does not count yet on the day looked at)',
    expired: (until) => ` (counted only until ${until})`,
    'no-file': () => ' (does not count)',
  },
  notGiven: 'not given yet',
  demandedBy: (duty, certain) => `${certain ? 'Demanded by' : 'Perhaps demanded by'}: ${duty}`,
  notDemanded: 'No duty demands it here.',
  notNeeded: 'not given, and not needed here',
  metOtherwise: (duty) => `Met in another way: ${duty}`,
  doesNotCount: 'does not count',
  note: (text) => `Note: “${text}”`,
  met: { met: 'met', unmet: 'not met', open: 'still open' },
  demands: (text, state, plan) => `Condition: “${text}” · ${[state, plan].filter((part) => part !== '').join(', ')}`,
  plan: (by, day, late) => `planned: ${by}, by ${day}${late ? ' (this day has passed)' : ''}`,
};

export const recordWords: Record<Language, RecordWords> = { de, en };
