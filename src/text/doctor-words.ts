import type { Language } from '../model/language.ts';

/** What `kompass doctor` says. */
interface DoctorWords {
  readonly mark: Record<'good' | 'note' | 'wrong', string>;
  readonly label: Record<
    | 'config'
    | 'program'
    | 'node'
    | 'packs'
    | 'questions'
    | 'own'
    | 'profile'
    | 'language'
    | 'terminal'
    | 'folder'
    | 'browser',
    string
  >;
  readonly node: (found: string, needed: string) => string;
  readonly nodeTooOld: (needed: string) => string;
  readonly pack: (id: string, version: string, rules: number, chosen: boolean) => string;
  /** On which the law of a pack begins or ends to apply. */
  readonly days: (first: string, last: string) => string;
  readonly nextDay: (day: string, title: string) => string;
  readonly damaged: string;
  readonly reinstall: string;
  readonly versions: (first: string, last: string, facts: number) => string;
  readonly noPack: (folder: string) => string;
  readonly ownBroken: (folder: string) => string;
  readonly configNone: string;
  readonly configGood: (file: string) => string;
  readonly configBroken: (file: string) => string;
  readonly profileNone: string;
  readonly profileNoneHint: string;
  readonly profileGood: (file: string) => string;
  readonly chosen: (packs: readonly string[]) => string;
  readonly profileBroken: (file: string) => string;
  readonly mend: string;
  readonly languageFrom: (from: string | null) => string;
  readonly languageOdd: (value: string, possible: string) => string;
  readonly languageFix: string;
  readonly columns: (columns: number) => string;
  readonly noTerminal: string;
  readonly colour: (colour: boolean) => string;
  readonly interactive: (interactive: boolean) => string;
  readonly interactiveHint: string;
  /** A Chromium that prints reports as PDF. */
  readonly browser: (path: string) => string;
  readonly noBrowser: string;
  readonly noBrowserHint: string;
  readonly writable: (folder: string) => string;
  readonly notWritable: (folder: string) => string;
  readonly notWritableHint: string;
  readonly allGood: string;
  readonly toMend: (count: number) => string;
}

const de: DoctorWords = {
  mark: { good: 'gut', note: 'Hinweis', wrong: 'FEHLER' },
  label: {
    config: 'Einstellungen',
    program: 'Programm',
    node: 'Node.js',
    packs: 'Regelwerke',
    questions: 'Fragen',
    own: 'Eigene Regeln',
    profile: 'Profil',
    language: 'Sprache',
    terminal: 'Terminal',
    folder: 'Ordner',
    browser: 'Browser',
  },
  node: (found, needed) => `${found}, nötig ist ${needed} oder neuer`,
  nodeTooOld: (needed) => `Installieren Sie Node.js ${needed} oder neuer.`,
  pack: (id, version, rules, chosen) =>
    `${id} ${version}: ${rules === 1 ? 'eine Regel' : `${rules} Regeln`}${chosen ? ', nur wenn das Profil es wählt' : ''}`,
  days: (first, last) => `Tage, die zählen: ${first === last ? last : `${first} bis ${last}`}`,
  nextDay: (day, title) => `Nächster Tag, an dem sich etwas ändern kann: ${day}, ${title}`,
  damaged: 'Die eingebauten Regeln lassen sich nicht lesen.',
  reinstall: 'Installieren Sie kompass neu.',
  versions: (first, last, facts) =>
    `${facts} Fragen, ${first === last ? `Fassung ${last}` : `Fassungen ${first} bis ${last}`}`,
  noPack: (folder) => `${folder} ist lesbar und enthält kein eigenes Regelwerk`,
  ownBroken: (folder) => `${folder} lässt sich nicht verwenden`,
  configNone: 'keine .kompass.yaml gefunden; es gelten die Befehlszeile und die Vorgaben',
  configGood: (file) => `${file} ist lesbar`,
  configBroken: (file) => `${file} lässt sich nicht verwenden`,
  profileNone: 'In diesem Ordner und darüber liegt keines.',
  profileNoneHint:
    'Das ist erlaubt. Was für alle Einsätze gilt, kann einmal in kompass-profile.yaml stehen. Hausregeln zählen nur mit Profil.',
  profileGood: (file) => `${file} ist lesbar`,
  chosen: (packs) =>
    packs.length === 0
      ? 'Es wählt keine Hausregeln; nur das Gesetz zählt.'
      : `Es wählt Hausregeln: ${packs.join(', ')}.`,
  profileBroken: (file) => `${file} lässt sich nicht verwenden`,
  mend: 'Beheben Sie, was hier steht:',
  languageFrom: (from) => (from === null ? 'Deutsch' : `Deutsch, wegen ${from}`),
  languageOdd: (value, possible) => `KOMPASS_LANG ist »${value}«. Möglich: ${possible}.`,
  languageFix: 'Ändern oder löschen Sie die Umgebungsvariable KOMPASS_LANG.',
  columns: (columns) => `${columns} Spalten`,
  noTerminal: 'keines, die Ausgabe geht in eine Datei oder ein Programm',
  colour: (colour) => (colour ? 'farbig' : 'ohne Farbe'),
  interactive: (interactive) => (interactive ? 'Fragen sind möglich' : 'Fragen sind nicht möglich'),
  interactiveHint: 'kompass init und kompass ask fragen nur an einem Terminal. check und die anderen brauchen keines.',
  browser: (path) => `${path} druckt Berichte als PDF (-f pdf)`,
  noBrowser: 'kein Chromium, Chrome oder Edge gefunden',
  noBrowserHint:
    'Nur für »-f pdf« nötig. Den Pfad nennt die Umgebungsvariable CHROME_PATH; »-f html« druckt jeder Browser.',
  writable: (folder) => `${folder} darf beschrieben werden`,
  notWritable: (folder) => `${folder} darf nicht beschrieben werden`,
  notWritableHint:
    'Wechseln Sie in einen Ordner, in den Sie schreiben dürfen. Sonst gelingen init, ask und --output nicht.',
  allGood: 'Alles in Ordnung.',
  toMend: (count) => (count === 1 ? 'Ein Punkt ist zu beheben.' : `${count} Punkte sind zu beheben.`),
};

const en: DoctorWords = {
  mark: { good: 'good', note: 'note', wrong: 'WRONG' },
  label: {
    config: 'Settings',
    program: 'Program',
    node: 'Node.js',
    packs: 'Packs',
    questions: 'Questions',
    own: 'Own rules',
    profile: 'Profile',
    language: 'Language',
    terminal: 'Terminal',
    folder: 'Folder',
    browser: 'Browser',
  },
  node: (found, needed) => `${found}, needed is ${needed} or later`,
  nodeTooOld: (needed) => `Install Node.js ${needed} or later.`,
  pack: (id, version, rules, chosen) =>
    `${id} ${version}: ${rules === 1 ? 'one rule' : `${rules} rules`}${chosen ? ', only where the profile chooses it' : ''}`,
  days: (first, last) => `Days that count: ${first === last ? last : `${first} to ${last}`}`,
  nextDay: (day, title) => `Next day on which something may change: ${day}, ${title}`,
  damaged: 'The built-in rules cannot be read.',
  reinstall: 'Install kompass again.',
  versions: (first, last, facts) =>
    `${facts} questions, ${first === last ? `version ${last}` : `versions ${first} to ${last}`}`,
  noPack: (folder) => `${folder} can be read and holds no pack of its own`,
  ownBroken: (folder) => `${folder} cannot be used`,
  configNone: 'no .kompass.yaml found; the command line and the defaults count',
  configGood: (file) => `${file} can be read`,
  configBroken: (file) => `${file} cannot be used`,
  profileNone: 'None lies in this folder or above it.',
  profileNoneHint:
    'That is allowed. What holds for all uses can stand once in kompass-profile.yaml. House rules count only with a profile.',
  profileGood: (file) => `${file} can be read`,
  chosen: (packs) =>
    packs.length === 0
      ? 'It chooses no house rules; only the law counts.'
      : `It chooses house rules: ${packs.join(', ')}.`,
  profileBroken: (file) => `${file} cannot be used`,
  mend: 'Mend what is said here:',
  languageFrom: (from) => (from === null ? 'English, since nothing says otherwise' : `English, because of ${from}`),
  languageOdd: (value, possible) => `KOMPASS_LANG is “${value}”. Possible: ${possible}.`,
  languageFix: 'Change or remove the environment variable KOMPASS_LANG.',
  columns: (columns) => `${columns} columns`,
  noTerminal: 'none, the output goes to a file or a program',
  colour: (colour) => (colour ? 'in colour' : 'without colour'),
  interactive: (interactive) => (interactive ? 'questions can be asked' : 'no questions can be asked'),
  interactiveHint: 'kompass init and kompass ask only ask at a terminal. check and the others need none.',
  browser: (path) => `${path} prints reports as PDF (-f pdf)`,
  noBrowser: 'no Chromium, Chrome or Edge found',
  noBrowserHint:
    'Needed only for “-f pdf”. The environment variable CHROME_PATH names its path; any browser prints “-f html”.',
  writable: (folder) => `${folder} may be written to`,
  notWritable: (folder) => `${folder} may not be written to`,
  notWritableHint: 'Change to a folder that you may write to. Otherwise init, ask and --output will fail.',
  allGood: 'All is well.',
  toMend: (count) => (count === 1 ? 'One thing is to be mended.' : `${count} things are to be mended.`),
};

export const doctorWords: Readonly<Record<Language, DoctorWords>> = { de, en };
