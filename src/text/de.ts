import { listed } from './list.ts';
import type { Messages } from './messages.ts';

const count = (number: number, one: string, many: string): string => (number === 1 ? one : `${number} ${many}`);

const dueBefore = {
  tender: 'VOR DER VERGABE NÖTIG',
  award: 'VOR DEM ZUSCHLAG NÖTIG',
  start: 'VOR DEM START NÖTIG',
  operation: 'FÜR DEN BETRIEB NÖTIG',
} as const;

const readyFor = {
  tender: 'für die Vergabe',
  award: 'für den Zuschlag',
  start: 'für den Start',
  operation: 'für den Betrieb',
} as const;

/** What else hangs on an answer; nothing where nothing does. */
function stakeRest(others: number, duties: number): string {
  const rest = [
    ...(others > 0 ? [count(others, 'eine weitere Bestimmung', 'weitere Bestimmungen')] : []),
    ...(duties > 0 ? [count(duties, 'eine Pflicht', 'Pflichten')] : []),
  ];
  return rest.length === 0 ? '' : ` Außerdem betroffen: ${rest.join(' und ')}.`;
}

const dueByStage = {
  tender: 'bis zur Vergabe',
  award: 'bis zum Zuschlag',
  start: 'bis zum Start',
  operation: 'im Betrieb',
} as const;

export const de: Messages = {
  tagline: 'KI-Kompass · Vorprüfung, keine Rechtsberatung',
  disclaimer: 'Diese Vorprüfung ersetzt nicht Datenschutzbeauftragte, Personalrat, Rechtsamt.',
  asOf: (day) => `Stichtag ${day}`,
  plannedStart: (day) => `geplanter Start ${day}`,
  started: (day) => `Start ${day}`,
  startUnknown: 'Start noch offen',
  label: {
    result: 'ERGEBNIS',
    tier: 'Einstufung',
    why: 'Warum',
    roles: 'Rollen',
    judgements: 'Beruht auf',
    uncertain: 'Unsicher',
    met: 'ERLEDIGT',
    others: 'ANDERE',
    later: 'SPÄTER',
    rules: 'Regeln',
  },
  heading: {
    stop: 'SO NICHT ERLAUBT',
    deciding: 'DIESE ANTWORTEN ENTSCHEIDEN',
    questions: 'NOCH ZU BEANTWORTEN',
    work: (stage) => (stage === null ? 'NÖTIG' : dueBefore[stage]),
    anyway: 'GILT IN JEDEM FALL',
    later: 'SPÄTER, JETZT SCHON ABSICHERN',
    dueLater: 'SPÄTER ZU ERLEDIGEN',
    waived: 'BEFRISTET GEDULDET',
    gaps: 'VON DIESEM WERKZEUG NOCH NICHT GEPRÜFT',
    met: 'ERLEDIGT',
    open: 'OFFENE FESTSTELLUNGEN',
    denied: 'NACH IHREN ANGABEN TRIFFT NICHTS DAVON ZU',
  },
  verdict: {
    ready: 'AUS DEN ANGABEN KEIN HINDERNIS',
    clarify: 'ERST KLÄREN',
    'not-ready': 'NOCH NICHT BEREIT',
    stop: 'HALT',
  },
  verdictWaived: (waived) => ` (${count(waived, 'eine Pflicht', 'Pflichten')} befristet geduldet)`,
  result: {
    ready: (stage) => (stage === null ? 'für alle Phasen.' : `${readyFor[stage]}.`),
    stop: (number) => `${count(number, 'Ein Verbot greift', 'Verbote greifen')}.`,
    unmet: (number) => `${count(number, 'Eine Pflicht fehlt', 'Pflichten fehlen')}.`,
    open: (number) => `${count(number, 'Eine Pflicht ist offen', 'Pflichten sind offen')}.`,
    tierOpen: (number) => `Die Einstufung hängt an ${number === 1 ? 'einer Antwort' : `${number} Antworten`}.`,
    unsecured: (number) =>
      `${count(number, 'Eine spätere Pflicht ist', 'spätere Pflichten sind')} noch nicht abgesichert.`,
    startUnknown: 'Der geplante Start fehlt.',
    gap: (number) =>
      `${count(number, 'Ein Kapitel des Gesetzes ist', 'Kapitel des Gesetzes sind')} hier noch nicht abgebildet.`,
    possible: 'Ein Verbot ist nicht ausgeschlossen.',
    wait: 'Bis dahin nichts beauftragen oder freischalten.',
  },
  tier: {
    'out-of-scope': 'außerhalb der KI-VO',
    minimal: 'ohne besondere Einstufung',
    transparency: 'Transparenzpflichten',
    'high-risk': 'Hochrisiko-KI-System',
    prohibited: 'verbotene Praktik',
  },
  tierSettled: (tier) => `${tier}. Das steht nach Ihren Angaben fest.`,
  tierOpen: (lowest, highest) => `offen: mindestens »${lowest}«, höchstens »${highest}«.`,
  tierFrom: (earliest, latest) =>
    latest === null
      ? `Wirksam frühestens ab ${earliest ?? '?'}.`
      : earliest === latest
        ? `Wirksam ab ${latest}.`
        : `Wirksam frühestens ab ${earliest ?? '?'}, spätestens ab ${latest}.`,
  hit: (title, cite) => `${title} (${cite}).`,
  hitUnless: (title, cite) => `${title} (${cite}), sofern keine Ausnahme belegt ist.`,
  hitLifted: (title, cite) => `${title} (${cite}), durch eine Ausnahme aufgehoben.`,
  more: (number) => `+ ${number} weitere`,
  all: 'Alle: --verbose',
  noHitYet: 'Noch steht keine Bestimmung fest.',
  noHit: 'Keine Bestimmung trifft zu, die zu einer höheren Einstufung führt.',
  lines: (first, last) => (first === last ? `Zeile ${first}` : `Zeilen ${first}–${last}`),
  atStake: (tier, title, cite, others, duties) =>
    `Im ungünstigsten Fall ${tier}: ${title} (${cite}).${stakeRest(others, duties)}`,
  denied: (lines, sets) =>
    `Nach Ihren Angaben (${lines}): ${sets}. Bitte gegenlesen: Trifft eine Angabe nicht zu, trifft auch das Ergebnis nicht zu.`,
  others: (roles) => `Andere: ${roles}.`,
  listed: (items) => listed(items, ' und '),
  us: (roles) => `Sie: ${roles}.`,
  maybe: (roles) => `Noch offen, ob auch: ${roles}.`,
  noRole: 'Sie: keine der Rollen.',
  judged: (claim, role, day, reason) => `${claim} Ja (${role}, ${day}): »${reason}«`,
  judgedInVain: (claim, why) => `Zählt nicht: ${claim} ${why}`,
  why: {
    silent: 'Noch nicht beantwortet.',
    'said-so': 'Als unbekannt angegeben. Das ist richtig, solange Sie unsicher sind.',
    'member-unsure': 'Mit Fragezeichen angegeben.',
    rough: 'Angegeben sind nur Monat oder Jahr; hier kommt es auf den Tag an.',
    'newer-member': 'Die Frage kam nach Ihrer Antwort hinzu.',
    unconfirmed: 'Niemand hat bestätigt, dass nichts davon zutrifft.',
    unrecorded: 'Begründung, Rolle, Datum oder Nachweis fehlen.',
    stale: 'Beruht auf anderen Angaben als denen in der Datei oder sagt nicht, auf welchen.',
    'not-entitled': 'Die genannte Rolle darf das nicht beurteilen.',
    'too-early': 'Zählt am Stichtag noch nicht.',
    undated: 'Es fehlt, wann das zuletzt bestätigt wurde (confirmed-on).',
    expired: 'Die Bestätigung ist zu alt oder liegt vor dem Zeitraum, um den es geht.',
  },
  severity: { blocker: 'zwingend', major: 'wichtig', minor: 'ergänzend', advice: 'Empfehlung' },
  law: 'Gesetz',
  policy: 'Hausregel',
  uncertain: 'Rechtslage unsicher',
  owedBy: { us: 'Sie', other: 'andere', unclear: 'unklar, wer' },
  evidence: (text) => `Nachweis: ${text}`,
  answered: (line) => `(Zeile ${line})`,
  knownBy: (offices) => `Weiß meist: ${offices}`,
  enter: (key, values) => `Eintragen: ${key}: ${values}`,
  enterKey: (key) => `Eintragen: ${key}`,
  gapsNext: 'Lassen Sie das vorerst vom Rechtsamt prüfen.',
  choices: 'Mit --verbose: die Auswahl in Worten, und wer es meist weiß.',
  decides: (provisions, duties) =>
    `Betrifft ${[
      ...(provisions + duties === 0 ? ['das Ergebnis'] : []),
      ...(provisions > 0 ? [count(provisions, 'eine Bestimmung', 'Bestimmungen')] : []),
      ...(duties > 0 ? [count(duties, 'eine Pflicht', 'Pflichten')] : []),
    ].join(' und ')}`,
  counted: (number) => `${count(number, 'Eine Pflicht', 'Pflichten')} mit Nachweis. Liste: --show-met`,
  othersOwe: (duties) =>
    `schulden: ${listed(
      duties.map((duty) => `»${duty}«`),
      ' und ',
    )}.`,
  waivedUntil: (day) => `bis ${day}`,
  waiver: (role, reason, measures) => `Entschieden: ${role}. Grund: »${reason}« Bis dahin: »${measures}«`,
  waiverLapsed: (approved, expires) =>
    `Die Abweichung vom ${approved} zählt nicht: Sie gilt erst ab ihrer Genehmigung und nur bis ${expires}.`,
  dueBy: (stage) => dueByStage[stage],
  fromDay: (earliest, latest) =>
    earliest === latest || latest === null ? `ab ${earliest ?? '?'}` : `ab ${earliest ?? '?'} bis ${latest}`,
  values: {
    day: 'JJJJ-MM-TT',
    period: 'JJJJ-MM-TT, JJJJ-MM oder JJJJ',
    anyOf: '[ ], darin alles Zutreffende:',
    oneOf: 'eines davon:',
    text: 'Text',
    measure: '{ done: yes, evidence: … }',
    opinion: '{ result: agreed | with-conditions | refused, by: …, on: …, digest: …, evidence: … }',
    judgement: '{ claimed: no } oder { claimed: yes, reason: …, role: …, on: …, evidence: … }',
    confirm: '{ by: Rolle, on: JJJJ-MM-TT }',
  },
  state: {
    met: 'erfüllt',
    unmet: 'fehlt',
    open: 'offen',
    upcoming: 'später',
    waived: 'befristet geduldet',
    'not-applicable': 'trifft nicht zu',
  },
  doubt: {
    applies: 'offen, ob das gilt',
    satisfied: 'offen, ob das erfüllt ist',
    both: 'offen, ob das gilt und erfüllt ist',
    date: 'offen, ab wann das gilt',
  },
  aspect: {
    responsibility: 'Verantwortung und Haftung',
    'non-discrimination': 'Diskriminierungsfreiheit',
    transparency: 'Transparenz und Nachvollziehbarkeit',
    'data-protection': 'Datenschutz',
    'sensible-secure-use': 'sinnvoller und sicherer Einsatz',
    training: 'Schulung',
    governance: 'Steuerung',
  },
  stage: { idea: 'Idee', tender: 'Vergabe', award: 'Zuschlag', start: 'Start', operation: 'Betrieb' },
  problems: (number) => `${count(number, 'Ein Fehler', 'Fehler')} in den Eingaben:`,
  cli: {
    progress: (done, all) => `${done} von ${all} geprüft`,
    awaitingInput: 'Eingabe wird erwartet (Ende mit Strg-D).',
    broken: (version) =>
      `Das Programm selbst ist gescheitert (ki-kompass ${version}). Bitte melden Sie das mit der folgenden Angabe.`,
    summary:
      'Prüft geplante Einsätze von KI in der öffentlichen Verwaltung, bevor sie gekauft oder eingeschaltet werden.',
    usage: 'Aufruf:',
    options: 'Optionen:',
    commands: 'Befehle:',
    arguments: 'Angaben:',
    examples: 'Beispiele:',
    help: 'zeigt diese Hilfe',
    versionOption: 'zeigt die Version',
    check: 'prüft Anwendungsfälle und sagt, was gilt, was fehlt und was noch offen ist',
    checkPaths: 'Dateien, Ordner, Muster oder - für die Standardeingabe',
    schema: 'gibt das JSON-Schema aus, nach dem Editoren beim Ausfüllen helfen',
    schemaWhat: 'use-case: Datei eines Anwendungsfalls; assessment: Ergebnis von check --format json',
    rules: 'zeigt die Regeln, nach denen geprüft wird',
    rulesList: 'zählt die Regeln auf, alle oder die passenden',
    rulesShow: 'zeigt Regeln im Ganzen: Fundstellen, Daten, Bedingungen in Worten',
    rulesIds: 'Kennungen der Regeln',
    rulesDocs: 'schreibt ein Handbuch aller Regeln und Fragen als Markdown, in beiden Sprachen',
    option: {
      format: 'Form des Berichts',
      asOf: 'Stichtag (JJJJ-MM-TT); sonst heute',
      for: 'prüft für diese Phase; sonst für die nächste',
      lang: 'Sprache',
      failOn: 'ab welchem Ergebnis der Rückgabewert 1 ist',
      output: 'schreibt den Bericht in eine Datei',
      quiet: 'nur das Ergebnis',
      verbose: 'auch Begründungen und verneinte Punkte',
      showMet: 'zeigt auch, was erledigt ist',
      showOpen: 'zeigt jede offene Feststellung einzeln',
      profile: 'Profil der Organisation; sonst das nächste oberhalb der Datei',
      explain: 'Begründungen bis zu den Angaben (nur --format json)',
      colour: 'immer farbig',
      noColour: 'ohne Farbe',
      pack: 'nur dieses Regelwerk',
      cite: 'nur, was diese Fundstelle nennt, etwa »Art. 50« oder »Anhang III«',
      tier: 'nur, was zu dieser Einstufung führt',
      role: 'nur, was diese Rolle schuldet oder begründet, etwa deployer',
      kind: 'nur diese Art',
      folder: 'Ordner, in den es geschrieben wird',
    },
    unknownOption: (option) => `Die Option ${option} gibt es nicht.`,
    unknownCommand: (command) => `Den Befehl »${command}« gibt es nicht.`,
    missingArgument: (argument) => `Es fehlt: ${argument}.`,
    missingValue: (option) => `Nach ${option} fehlt ein Wert.`,
    notAllowed: (option, value, choices) => `»${value}« geht bei ${option} nicht. Möglich: ${choices}.`,
    tooMany: 'Das sind zu viele Angaben.',
    seeHelp: 'Hilfe: kompass --help',
    didYouMean: (word) => `Meinten Sie ${word}?`,
  },
};
