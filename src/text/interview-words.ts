import type { Language } from '../model/language.ts';

/** What the interview says. */
interface InterviewWords {
  readonly welcome: string;
  /** For a new file: until its head is there nothing is saved. */
  readonly welcomeNew: string;
  readonly nothingSaved: string;
  readonly title: string;
  readonly id: string;
  readonly badId: string;
  /** The comment at the head of a new file. */
  readonly head: (file: string) => string;
  readonly purpose: string;
  readonly unit: string;
  readonly role: string;
  readonly saved: (file: string) => string;
  readonly resume: (file: string) => string;
  readonly nothingLeft: string;
  /** `deferred`: of so many somebody did not know the answer. */
  readonly progress: (number: number, left: number, deferred: number) => string;
  readonly tier: (tier: string) => string;
  readonly tierOpen: (lowest: string, highest: string) => string;
  readonly settled: (tier: string) => string;
  readonly opened: (count: number) => string;
  readonly nowDeferred: string;
  readonly reopened: string;
  readonly inside: (example: string) => string;
  readonly outside: (example: string) => string;
  readonly knownBy: (offices: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly back: string;
  readonly stop: string;
  readonly again: string;
  readonly sure: string;
  readonly sureOfAll: (count: number) => string;
  readonly unsure: string;
  readonly whichUnsure: string;
  readonly noneUnsure: string;
  readonly sureAfterAll: string;
  readonly none: (count: number) => string;
  /** After the question: how many there are to be read. */
  readonly options: (count: number) => string;
  readonly nothingMore: (left: number) => string;
  readonly cannotWrite: (key: string, value: string) => string;
  readonly changed: (file: string) => string;
  readonly chosen: (options: string) => string;
  readonly noneChosen: string;
  readonly ticked: (count: number) => string;
  readonly day: string;
  readonly period: string;
  readonly text: string;
  readonly emptyUnknown: string;
  readonly emptyKeeps: (before: string) => string;
  readonly done: string;
  readonly unproven: string;
  readonly planned: string;
  readonly notDone: string;
  readonly proof: string;
  readonly proofOn: string;
  readonly proofBy: string;
  readonly plannedOn: string;
  readonly plannedBy: string;
  readonly claimed: string;
  readonly notClaimed: string;
  /** Instead of `unknown`, of what an office has to judge. */
  readonly notAsked: string;
  readonly reason: string;
  readonly judgedOn: string;
  readonly judge: string;
  readonly agreed: string;
  readonly withConditions: string;
  readonly refused: string;
  readonly notYet: string;
  readonly condition: string;
  readonly giver: string;
  readonly givenOn: string;
  readonly confirmed: string;
  readonly badDay: string;
  readonly badPeriod: string;
  readonly needsDay: (first: string) => string;
  readonly badProof: string;
  readonly empty: string;
  /** Below a list. */
  readonly keysList: string;
  /** Below a list that is longer than the screen. */
  readonly keysLongList: (count: number) => string;
  readonly keysTicks: readonly string[];
  readonly needsTerminal: (file: string) => string;
  /** For a new file, where there is no terminal. */
  readonly needsTemplate: (file: string) => string;
  readonly whichKind: string;
  readonly otherKind: string;
  readonly usual: (title: string, answer: string) => string;
  readonly usualTicks: (title: string, count: number) => string;
  readonly proposed: (question: string, proposal: string) => string;
  readonly file: string;
  /** Into a file made without a terminal. */
  readonly fromTemplate: (title: string) => readonly string[];
  readonly fillInPurpose: string;
  readonly fillInOwner: string;
  readonly nextSteps: (file: string, answers: number) => string;
}

const de: InterviewWords = {
  welcome:
    'Ich frage der Reihe nach, was am meisten entscheidet. »Weiß ich nicht« ist immer eine gute Antwort. Nach jeder Antwort wird gespeichert; Strg-C hört auf.',
  welcomeNew:
    'Ich frage der Reihe nach, was am meisten entscheidet. »Weiß ich nicht« ist immer eine gute Antwort. Gespeichert wird, sobald die Angaben zum Vorhaben vollständig sind, und dann nach jeder Antwort; Strg-C hört auf.',
  nothingSaved: 'Es wurde nichts gespeichert.',
  title: 'Wie heißt das Vorhaben?',
  id: 'Kennung (Kleinbuchstaben, Ziffern, Bindestriche).',
  badId: 'Nur Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche.',
  head: (file) => `Ein geplanter KI-Einsatz. Was nicht dasteht, ist unbekannt. Prüfen: kompass check ${file}`,
  purpose: 'Wofür soll das System eingesetzt werden? Ein Satz:',
  unit: 'Welche Stelle verantwortet den Einsatz?',
  role: 'Welche Funktion haben Sie dort (keine Namen)?',
  saved: (file) => `Gespeichert in ${file}.`,
  resume: (file) => `Weiter geht es mit: kompass ask ${file}`,
  nothingLeft: 'Es ist nichts mehr offen, was das Ergebnis noch ändern kann.',
  progress: (number, left, deferred) =>
    [
      `Frage ${number}`,
      left === 0 ? '' : `derzeit noch ${left === 1 ? 'eine Frage' : `${left} Fragen`} offen`,
      deferred === 0 ? '' : `${deferred === 1 ? 'einmal' : `${deferred}-mal`} »weiß ich nicht«`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  tier: (tier) => `Einstufung: ${tier}`,
  tierOpen: (lowest, highest) => `Einstufung noch offen: von »${lowest}« bis »${highest}« möglich`,
  settled: (tier) => `Die Einstufung steht jetzt fest: ${tier}. Es folgt, was daraus zu tun ist.`,
  opened: (count) => `Ihre Antwort hat ${count} weitere Fragen eröffnet.`,
  nowDeferred: 'Es folgen die Fragen, bei denen bisher »weiß ich nicht« steht.',
  reopened: 'Spätere Antworten passen nicht zu dieser. Sie sind gelöscht und die Fragen wieder offen.',
  inside: (example) => `Gehört dazu: ${example}`,
  outside: (example) => `Gehört nicht dazu: ${example}`,
  knownBy: (offices) => `Weiß meist: ${offices}`,
  yes: 'Ja',
  no: 'Nein',
  unknown: 'Weiß ich nicht',
  back: 'Eine Frage zurück',
  stop: 'Aufhören (alles ist gespeichert)',
  again: 'Noch einmal auswählen',
  sure: 'Ja, so ist es',
  sureOfAll: (count) => `Ja, so ist es, ich habe alle ${count} gelesen`,
  unsure: 'Bei manchem bin ich nicht sicher',
  whichUnsure: 'Wobei sind Sie nicht sicher?',
  noneUnsure: 'Nichts angekreuzt: Dann gilt alles Ausgewählte als sicher.',
  sureAfterAll: 'Ja, ich bin bei allem sicher',
  none: (count) => `Nichts davon, ich habe alle ${count} gelesen`,
  options: (count) => `(${count} Möglichkeiten)`,
  nothingMore: (left) =>
    `Mehr lässt sich hier gerade nicht fragen. Noch offen: ${left === 1 ? 'eine Antwort' : `${left} Antworten`}; der Bericht sagt, wer sie meist weiß.`,
  cannotWrite: (key, value) =>
    `In diese Datei kann ich die Antwort nicht schreiben, so wie sie aufgebaut ist. Bitte selbst eintragen: ${key}: ${value}`,
  changed: (file) => `${file} wurde inzwischen geändert und wird nicht überschrieben. Bitte noch einmal beginnen.`,
  chosen: (options) => `Ausgewählt: ${options}. Stimmt das?`,
  noneChosen: 'Nichts ausgewählt. Was trifft zu?',
  ticked: (count) => `${count} ausgewählt`,
  day: 'Tag, etwa 01.05.2027.',
  period: 'Tag, Monat oder Jahr, etwa 01.05.2027, 05.2027 oder 2027.',
  text: 'In Ihren Worten.',
  emptyUnknown: 'Eingabetaste allein: weiß ich nicht.',
  emptyKeeps: (before) => `Bisher: ${before}. Eingabetaste allein lässt es so, ? heißt: weiß ich nicht.`,
  done: 'Ja, und es gibt einen Nachweis',
  unproven: 'Ja, aber noch ohne Nachweis',
  planned: 'Noch nicht, aber geplant',
  notDone: 'Nein',
  proof: 'Datei des Nachweises (vom Ordner der Datei aus) oder Link:',
  proofOn: 'Datum des Nachweises (TT.MM.JJJJ):',
  proofBy: 'Von welcher Stelle ist er?',
  plannedOn: 'Geplant für welchen Tag (TT.MM.JJJJ)?',
  plannedBy: 'Wer macht es (Stelle)?',
  claimed: 'Ja, das ist mit Gründen festgehalten',
  notClaimed: 'Nein, darauf beruft sich niemand',
  notAsked: 'Weiß ich nicht / noch nicht gefragt',
  reason: 'Die Gründe in einem Satz:',
  judgedOn: 'Festgehalten am (TT.MM.JJJJ):',
  judge: 'Wer hat es festgehalten?',
  agreed: 'Zugestimmt',
  withConditions: 'Zugestimmt mit Auflagen',
  refused: 'Abgelehnt',
  notYet: 'Noch keine Stellungnahme',
  condition: 'Eine Auflage (leer: keine weitere):',
  giver: 'Wer hat Stellung genommen?',
  givenOn: 'Wann (TT.MM.JJJJ)?',
  confirmed: 'Wer bestätigt, dass die Listen gelesen sind (Funktion)?',
  badDay: 'Bitte ein Tag, etwa so: 01.03.2027 oder 2027-03-01',
  badPeriod: 'Bitte ein Tag, ein Monat oder ein Jahr, etwa so: 01.03.2027, 03.2027 oder 2027',
  needsDay: (first) =>
    `Hier ist ein Tag nötig. Wenn Sie ihn noch nicht wissen, nehmen Sie den frühesten möglichen, etwa ${first}`,
  badProof: 'Diese Datei gibt es nicht (gesucht vom Ordner der Datei aus), und ein Link beginnt mit https://',
  empty: 'Bitte etwas eintragen.',
  keysList: '↑↓ wählen · Eingabe bestätigt',
  keysLongList: (count) => `↑↓ wählen, insgesamt ${count}, weitere außerhalb des Bildes · Eingabe bestätigt`,
  keysTicks: [
    '↑↓ bewegen · Leertaste kreuzt an, auch was Sie nur vermuten · Eingabe bestätigt',
    'Nichts ankreuzen: danach »Nichts davon« oder »Weiß ich nicht« wählen',
  ],
  needsTerminal: (file) =>
    `Fragen stellen kann das Programm nur an einem Terminal. Ohne Terminal: Schreiben Sie die Antworten in ${file}; kompass check ${file} sagt, welche fehlen, und kompass schema use-case beschreibt jede.`,
  needsTemplate: (file) =>
    `Fragen stellen kann das Programm nur an einem Terminal. Ohne Terminal: kompass init ${file} --from chatbot schreibt eine Datei mit Vorschlägen, und kompass init --help nennt alle Vorlagen.`,
  whichKind: 'Was für ein Vorhaben ist es?',
  otherKind: 'Nichts davon',
  usual: (title, answer) => `Üblich bei »${title}«: ${answer}. Bitte bestätigen oder ändern.`,
  usualTicks: (title, count) =>
    `Üblich bei »${title}«: ${count === 1 ? 'was' : `die ${count} Möglichkeiten, die`} schon ausgewählt ${count === 1 ? 'ist' : 'sind'}. Bitte lesen Sie auch die übrigen.`,
  proposed: (question, proposal) => `${question}\nEingabetaste übernimmt: ${proposal}`,
  file: 'In welche Datei soll es?',
  fromTemplate: (title) => [
    `Vorlage: ${title}. Vorschläge stehen hinter # und zählen nicht.`,
    'Trifft eine Antwort zu, entfernen Sie das # davor. Eine Liste verneint auch, was nicht darin steht:',
    'Lesen Sie erst alle Möglichkeiten (kompass ask zeigt sie, kompass schema use-case auch) und schreiben Sie sie dann hin.',
  ],
  fillInPurpose: 'purpose: Bitte ausfüllen: wofür das System eingesetzt wird, ein Satz',
  fillInOwner: 'owner: { unit: verantwortliche Stelle, role: Ihre Funktion } # Bitte ausfüllen',
  nextSteps: (file, answers) =>
    `${answers} Antworten sind vorgeschlagen, keine gilt schon. Am Terminal fragt kompass ask ${file} sie ab, mit allem, was sonst noch entscheidet. Von Hand geht es so, wie es oben in der Datei steht. Das Ergebnis zeigt kompass check ${file}`,
};

const en: InterviewWords = {
  welcome:
    'I ask what decides most first. “I do not know” is always a good answer. Each answer is saved at once; Ctrl-C stops.',
  welcomeNew:
    'I ask what decides most first. “I do not know” is always a good answer. The file is saved once what describes the project is complete, and then after each answer; Ctrl-C stops.',
  nothingSaved: 'Nothing was saved.',
  title: 'What is the project called?',
  id: 'Id (lower-case letters, digits, hyphens).',
  badId: 'Only lower-case letters a to z, digits and single hyphens.',
  head: (file) => `A planned use of AI. What does not stand here is unknown. To check it: kompass check ${file}`,
  purpose: 'What is the system to be used for? One sentence:',
  unit: 'Which unit is responsible for the use?',
  role: 'What is your role there (no names)?',
  saved: (file) => `Saved in ${file}.`,
  resume: (file) => `To go on: kompass ask ${file}`,
  nothingLeft: 'Nothing is open any more that could change the result.',
  progress: (number, left, deferred) =>
    [
      `Question ${number}`,
      left === 0 ? '' : `${left === 1 ? 'one question' : `${left} questions`} open at present`,
      deferred === 0 ? '' : `“I do not know” ${deferred === 1 ? 'once' : `${deferred} times`}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  tier: (tier) => `Tier: ${tier}`,
  tierOpen: (lowest, highest) => `Tier still open: from “${lowest}” to “${highest}” possible`,
  settled: (tier) => `The tier is settled now: ${tier}. What has to be done about it comes next.`,
  opened: (count) => `Your answer has opened ${count} more questions.`,
  nowDeferred: 'Next come the questions that “I do not know” was said to so far.',
  reopened: 'Later answers do not agree with this one. They are removed and the questions open again.',
  inside: (example) => `Belongs to it: ${example}`,
  outside: (example) => `Does not belong to it: ${example}`,
  knownBy: (offices) => `Usually known by: ${offices}`,
  yes: 'Yes',
  no: 'No',
  unknown: 'I do not know',
  back: 'One question back',
  stop: 'Stop (everything is saved)',
  again: 'Choose again',
  sure: 'Yes, that is right',
  sureOfAll: (count) => `Yes, that is right, I have read all ${count}`,
  unsure: 'I am not sure about some',
  whichUnsure: 'Which are you not sure about?',
  noneUnsure: 'Nothing ticked: then all that was chosen counts as sure.',
  sureAfterAll: 'Yes, I am sure about all',
  none: (count) => `None of these, I have read all ${count}`,
  options: (count) => `(${count} options)`,
  nothingMore: (left) =>
    `No more can be asked here now. Still open: ${left === 1 ? 'one answer' : `${left} answers`}; the report says who usually knows them.`,
  cannotWrite: (key, value) =>
    `I cannot write the answer into this file, the way it is laid out. Please enter it yourself: ${key}: ${value}`,
  changed: (file) => `${file} has been changed meanwhile and is not overwritten. Please begin again.`,
  chosen: (options) => `Chosen: ${options}. Is that right?`,
  noneChosen: 'Nothing chosen. What is true?',
  ticked: (count) => `${count} chosen`,
  day: 'A day, such as 2027-05-01.',
  period: 'A day, a month or a year, such as 2027-05-01, 2027-05 or 2027.',
  text: 'In your own words.',
  emptyUnknown: 'Enter alone: I do not know.',
  emptyKeeps: (before) => `So far: ${before}. Enter alone leaves it so, ? means: I do not know.`,
  done: 'Yes, and there is evidence',
  unproven: 'Yes, but without evidence so far',
  planned: 'Not yet, but planned',
  notDone: 'No',
  proof: 'File of the evidence (seen from the folder of the file) or link:',
  proofOn: 'Date of the evidence (YYYY-MM-DD):',
  proofBy: 'Which unit is it from?',
  plannedOn: 'Planned for which day (YYYY-MM-DD)?',
  plannedBy: 'Who does it (unit)?',
  claimed: 'Yes, that is on record with reasons',
  notClaimed: 'No, nobody claims that',
  notAsked: 'I do not know / nobody has been asked yet',
  reason: 'The reasons in one sentence:',
  judgedOn: 'On record since (YYYY-MM-DD):',
  judge: 'Who put it on record?',
  agreed: 'Agreed',
  withConditions: 'Agreed with conditions',
  refused: 'Refused',
  notYet: 'No opinion yet',
  condition: 'A condition (empty: no more):',
  giver: 'Who gave the opinion?',
  givenOn: 'When (YYYY-MM-DD)?',
  confirmed: 'Who confirms that the lists were read (role)?',
  badDay: 'Please enter a day, such as 2027-03-01',
  badPeriod: 'Please enter a day, a month or a year, such as 2027-03-01, 2027-03 or 2027',
  needsDay: (first) => `A day is needed here. If you do not know it yet, take the earliest possible, such as ${first}`,
  badProof: 'There is no such file (seen from the folder of the file), and a link begins with https://',
  empty: 'Please enter something.',
  keysList: '↑↓ to choose · Enter confirms',
  keysLongList: (count) => `↑↓ to choose, ${count} in all, more beyond the screen · Enter confirms`,
  keysTicks: [
    '↑↓ to move · space ticks, also what you only suspect · Enter confirms',
    'Tick nothing: then choose “None of these” or “I do not know”',
  ],
  needsTerminal: (file) =>
    `Questions can be asked only at a terminal. Without one: write the answers into ${file}; kompass check ${file} says which are missing, and kompass schema use-case describes each.`,
  needsTemplate: (file) =>
    `Questions can be asked only at a terminal. Without one: kompass init ${file} --from chatbot writes a file with suggestions, and kompass init --help names all templates.`,
  whichKind: 'What kind of project is it?',
  otherKind: 'None of these',
  usual: (title, answer) => `Usual for “${title}”: ${answer}. Please confirm or change it.`,
  usualTicks: (title, count) =>
    `Usual for “${title}”: ${count === 1 ? 'what is' : `the ${count} that are`} chosen already. Please read the others too.`,
  proposed: (question, proposal) => `${question}\nEnter takes: ${proposal}`,
  file: 'Into which file shall it go?',
  fromTemplate: (title) => [
    `Template: ${title}. What it suggests stands behind # and does not count.`,
    'Where an answer is true, take away the # before it. A list also denies what is not in it:',
    'read all options first (kompass ask shows them, and so does kompass schema use-case), then write it down.',
  ],
  fillInPurpose: 'purpose: Please fill in what the system is used for, in one sentence',
  fillInOwner: 'owner: { unit: responsible unit, role: your role } # Please fill in',
  nextSteps: (file, answers) =>
    `${answers} answers are suggested, none counts yet. At a terminal, kompass ask ${file} asks for them, and for everything else that decides. By hand, do as the head of the file says. The result is shown by kompass check ${file}`,
};

export const interviewWords: Record<Language, InterviewWords> = { de, en };
