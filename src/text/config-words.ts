import type { Text } from '../model/language.ts';

/** What an editor says about each key of a `.kompass.yaml`. */
export const configWords = {
  config: {
    en: 'Settings of the checks in this folder and below',
    de: 'Einstellungen der Prüfungen in diesem Ordner und darunter',
  },
  language: { en: 'Language of the reports', de: 'Sprache der Berichte' },
  rules: {
    en: 'Folder with rules of the organisation, in addition to those that are built in',
    de: 'Ordner mit Regeln der Organisation, zusätzlich zu den eingebauten',
  },
  profile: {
    en: 'Profile of the organisation; else the nearest one above each file',
    de: 'Profil der Organisation; sonst das nächste oberhalb der Datei',
  },
  packs: {
    en: 'House rules that count too, besides those that the profile chose',
    de: 'Hausregeln, die zusätzlich zu den im Profil gewählten zählen',
  },
  failOn: { en: 'From which result on the exit code is 1', de: 'Ab welchem Ergebnis die Prüfung scheitert' },
  requireApproval: {
    en: 'Whether the check fails without a valid approval',
    de: 'Ob die Prüfung ohne gültige Freigabe scheitert',
  },
  evidenceRoot: {
    en: 'Folder from which evidence files are looked for; else the folder of each file',
    de: 'Ordner, von dem aus Nachweise gesucht werden; sonst der Ordner der jeweiligen Datei',
  },
  review: {
    en: 'After how many months a use is reviewed again, by tier',
    de: 'Nach wie vielen Monaten ein Einsatz erneut überprüft wird, je Einstufung',
  },
  waivers: {
    en: 'Decisions to go on with an unmet duty for a time; each names its use cases',
    de: 'Befristete Abweichungen von einer Pflicht; jede nennt ihre Anwendungsfälle',
  },
  useCases: {
    en: 'The use case or use cases for which it holds',
    de: 'Der Anwendungsfall oder die Anwendungsfälle, für die sie gilt',
  },
  path: {
    en: 'Below the folder of this file, without “..”',
    de: 'Unterhalb des Ordners dieser Datei, ohne »..«',
  },
} as const satisfies Record<string, Text>;
