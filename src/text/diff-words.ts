import type { State } from '../model/assessment.ts';
import type { Language } from '../model/language.ts';
import { listed } from './list.ts';

/** How two looks at use cases are compared. */
interface DiffWords {
  readonly title: string;
  readonly label: Record<'old' | 'new' | 'rules' | 'verdict' | 'lawVerdict' | 'tier' | 'approval' | 'file', string>;
  readonly heading: Record<
    'came' | 'went' | 'states' | 'provisions' | 'edits' | 'asked' | 'settled' | 'added' | 'removed' | 'rules',
    string
  >;
  readonly side: (name: string, day: string) => string;
  readonly change: (from: string, to: string) => string;
  readonly worse: string;
  readonly better: string;
  readonly higher: string;
  readonly lower: string;
  readonly interval: (lowest: string, highest: string) => string;
  readonly because: {
    readonly edits: (keys: readonly string[]) => string;
    /** An opinion rests on answers that have changed. */
    readonly digest: string;
    readonly day: string;
    readonly date: (title: string, from: string) => string;
    readonly aged: (keys: readonly string[]) => string;
    readonly ruleChanged: string;
    readonly ruleAdded: string;
    readonly ruleRemoved: string;
  };
  readonly state: Record<State, string>;
  readonly approval: Record<'valid' | 'missing' | 'not-entitled' | 'too-early' | 'expired' | 'stale', string>;
  /** What a use case holds beside answers, by its key. */
  readonly part: Readonly<Record<string, string>>;
  readonly changed: string;
  readonly unanswered: string;
  readonly documents: (names: readonly string[]) => string;
  readonly document: (name: string, day: string) => string;
  readonly pack: (id: string, from: string | null, to: string | null) => string;
  readonly ruleCount: (added: number, removed: number, changed: number) => string;
  readonly same: string;
  readonly total: (counts: { both: number; same: number; added: number; removed: number }) => string;
  /** Beside a check: what became worse since a revision. */
  readonly since: {
    readonly heading: (revision: string) => string;
    readonly new: (revision: string) => string;
    readonly unreadable: (revision: string) => string;
    readonly nothing: (revision: string) => string;
    readonly lost: (question: string) => string;
    readonly untouched: (count: number) => string;
  };
}

const de: DiffWords = {
  title: 'KI-Kompass · Vergleich',
  label: {
    old: 'Alt',
    new: 'Neu',
    rules: 'Regeln',
    verdict: 'Ergebnis',
    lawVerdict: 'Nur Gesetz',
    tier: 'Einstufung',
    approval: 'Freigabe',
    file: 'Datei',
  },
  heading: {
    came: 'KOMMT DAZU',
    went: 'FÄLLT WEG',
    states: 'HAT EINEN ANDEREN STAND',
    provisions: 'WIRKT ANDERS AUF DIE EINSTUFUNG',
    edits: 'GEÄNDERTE ANGABEN',
    asked: 'WIRD NEU GEFRAGT',
    settled: 'WIRD NICHT MEHR GEFRAGT',
    added: 'NEUER ANWENDUNGSFALL',
    removed: 'ENTFALLENER ANWENDUNGSFALL',
    rules: 'GEÄNDERTE REGELN',
  },
  side: (name, day) => `${name} (Stichtag ${day})`,
  change: (from, to) => `${from} → ${to}`,
  worse: 'schlechter',
  better: 'besser',
  higher: 'höher',
  lower: 'niedriger',
  interval: (lowest, highest) => (lowest === highest ? lowest : `offen: ${lowest} bis ${highest}`),
  because: {
    edits: (keys) => `Grund: andere Angaben zu ${listed(keys, ' und ')}.`,
    digest: 'Grund: Die Angaben haben sich geändert, auf denen eine Stellungnahme beruht.',
    day: 'Grund: der andere Stichtag.',
    date: (title, from) => `Grund: der andere Stichtag. ${title}${from === '' ? '.' : `: ${from}.`}`,
    aged: (keys) => `Grund: der andere Stichtag. Dann zählt anders: ${listed(keys, ' und ')}.`,
    ruleChanged: 'Grund: Die Regel ist eine andere, oder das, worauf sie beruht.',
    ruleAdded: 'Grund: Die Regel ist neu.',
    ruleRemoved: 'Grund: Die Regel gibt es nicht mehr.',
  },
  state: {
    met: 'erfüllt',
    unmet: 'fehlt',
    open: 'offen',
    upcoming: 'gilt später',
    waived: 'befristet geduldet',
    'not-applicable': 'trifft nicht zu',
  },
  approval: {
    valid: 'erteilt',
    missing: 'steht aus',
    'not-entitled': 'zählt nicht: Stelle darf nicht freigeben',
    'too-early': 'zählt noch nicht',
    expired: 'abgelaufen',
    stale: 'überholt: Die Angaben haben sich geändert',
  },
  part: {
    'procurement.clauses': 'Vertragsklauseln',
    waivers: 'befristete Abweichungen',
    approval: 'Freigabe',
    register: 'Eintrag im Register',
    packs: 'gewählte Regelwerke',
    catalogue: 'Fassung der Fragen',
  },
  changed: 'geändert',
  unanswered: 'nicht beantwortet',
  documents: (names) => (names.length === 0 ? 'ohne Nachweis' : names.join(', ')),
  document: (name, day) => `${name}, ${day}`,
  pack: (id, from, to) =>
    from === null ? `${id} ${to ?? ''} neu` : to === null ? `${id} ${from} entfallen` : `${id} ${from} → ${to}`,
  ruleCount: (added, removed, changed) => `${added} neu, ${removed} entfallen, ${changed} geändert`,
  same: 'unverändert',
  total: ({ both, same, added, removed }) =>
    `${both} ${both === 1 ? 'Anwendungsfall' : 'Anwendungsfälle'} verglichen: ${both - same} verändert, ${same} unverändert; außerdem ${added} neu, ${removed} entfallen.`,
  since: {
    heading: (revision) => `SCHLECHTER ALS IM STAND ${revision}`,
    new: (revision) => `Im Stand ${revision} gab es diesen Anwendungsfall noch nicht.`,
    unreadable: (revision) =>
      `Der Stand ${revision} dieses Anwendungsfalls war fehlerhaft. Er lässt sich nicht vergleichen.`,
    nothing: (revision) => `Nichts ist schlechter als im Stand ${revision}.`,
    lost: (question) => `Nicht mehr beantwortet: ${question}`,
    untouched: (count) =>
      count === 1
        ? 'Ein Anwendungsfall ist seit dem genannten Stand unberührt und steht nur in einer Zeile. Er zählt für das Ergebnis mit.'
        : `${count} Anwendungsfälle sind seit dem genannten Stand unberührt und stehen nur in einer Zeile. Sie zählen für das Ergebnis mit.`,
  },
};

const en: DiffWords = {
  title: 'KI-Kompass · comparison',
  label: {
    old: 'Old',
    new: 'New',
    rules: 'Rules',
    verdict: 'Result',
    lawVerdict: 'Law alone',
    tier: 'Tier',
    approval: 'Approval',
    file: 'File',
  },
  heading: {
    came: 'COMES IN ADDITION',
    went: 'FALLS AWAY',
    states: 'STANDS OTHERWISE',
    provisions: 'BEARS OTHERWISE ON THE TIER',
    edits: 'ANSWERS CHANGED',
    asked: 'ASKED ANEW',
    settled: 'NO LONGER ASKED',
    added: 'NEW USE CASE',
    removed: 'USE CASE REMOVED',
    rules: 'RULES CHANGED',
  },
  side: (name, day) => `${name} (as of ${day})`,
  change: (from, to) => `${from} → ${to}`,
  worse: 'worse',
  better: 'better',
  higher: 'higher',
  lower: 'lower',
  interval: (lowest, highest) => (lowest === highest ? lowest : `open: ${lowest} to ${highest}`),
  because: {
    edits: (keys) => `Why: other answers to ${listed(keys, ' and ')}.`,
    digest: 'Why: the answers have changed on which an opinion rests.',
    day: 'Why: the other day.',
    date: (title, from) => `Why: the other day. ${title}${from === '' ? '.' : `: ${from}.`}`,
    aged: (keys) => `Why: the other day. Then this counts otherwise: ${listed(keys, ' and ')}.`,
    ruleChanged: 'Why: the rule is another, or what it rests on is.',
    ruleAdded: 'Why: the rule is new.',
    ruleRemoved: 'Why: the rule is no longer there.',
  },
  state: {
    met: 'met',
    unmet: 'unmet',
    open: 'open',
    upcoming: 'applies later',
    waived: 'waived for a time',
    'not-applicable': 'does not apply',
  },
  approval: {
    valid: 'given',
    missing: 'outstanding',
    'not-entitled': 'does not count: the office may not approve',
    'too-early': 'does not count yet',
    expired: 'expired',
    stale: 'stale: the answers have changed',
  },
  part: {
    'procurement.clauses': 'contract clauses',
    waivers: 'waivers',
    approval: 'approval',
    register: 'register entry',
    packs: 'chosen packs',
    catalogue: 'version of the questions',
  },
  changed: 'changed',
  unanswered: 'not answered',
  documents: (names) => (names.length === 0 ? 'no evidence' : names.join(', ')),
  document: (name, day) => `${name}, ${day}`,
  pack: (id, from, to) =>
    from === null ? `${id} ${to ?? ''} new` : to === null ? `${id} ${from} gone` : `${id} ${from} → ${to}`,
  ruleCount: (added, removed, changed) => `${added} new, ${removed} gone, ${changed} changed`,
  same: 'unchanged',
  total: ({ both, same, added, removed }) =>
    `${both} ${both === 1 ? 'use case' : 'use cases'} compared: ${both - same} changed, ${same} unchanged; besides ${added} new, ${removed} removed.`,
  since: {
    heading: (revision) => `WORSE THAN IN ${revision}`,
    new: (revision) => `This use case was not there yet in ${revision}.`,
    unreadable: (revision) => `In ${revision} this use case was faulty, so it cannot be compared.`,
    nothing: (revision) => `Nothing is worse than in ${revision}.`,
    lost: (question) => `No longer answered: ${question}`,
    untouched: (count) =>
      count === 1
        ? 'One use case is untouched since the revision named and stands on one line. It counts for the result all the same.'
        : `${count} use cases are untouched since the revision named and stand on one line each. They count for the result all the same.`,
  },
};

export const diffWords: Record<Language, DiffWords> = { de, en };
