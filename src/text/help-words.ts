import type { Language } from '../model/language.ts';

interface Example {
  readonly line: string;
  readonly means: Readonly<Record<Language, string>>;
}

const example = (line: string, en: string, de: string): Example => ({ line, means: { en, de } });

const init = example(
  'kompass init chatbot.yaml --from chatbot',
  'begin with a typical case, ask the rest, and write the file',
  'mit einem typischen Fall beginnen, den Rest fragen und die Datei schreiben',
);
const check = example('kompass check chatbot.yaml', 'check one use', 'einen Einsatz prüfen');
const verdict = example('kompass explain chatbot.yaml verdict', 'why this result', 'warum dieses Ergebnis');
const showRule = example('kompass rules show ai-act.art-5-1-f', 'one rule as a whole', 'eine Regel im Ganzen');
const useCaseSchema = example(
  'kompass schema use-case > use-case.schema.json',
  'for the editor in which you fill in the file',
  'für den Editor, in dem Sie die Datei ausfüllen',
);

/** What to type, by the path of the command: the help of each begins with it. */
export const commandExamples: Readonly<Record<string, readonly Example[]>> = {
  kompass: [init, check, verdict, useCaseSchema, showRule],
  'kompass check': [
    check,
    example(
      'kompass check use-cases/ --for tender --format json -o result.json',
      'all uses of a folder, for the tender, as a file for programs',
      'alle Einsätze eines Ordners, für die Vergabe, als Datei für Programme',
    ),
    example(
      'kompass check use-cases/ -f terminal -f sarif=ki.sarif -f markdown=ki.md',
      'several reports from one run',
      'mehrere Berichte aus einem Lauf',
    ),
    example(
      'kompass check chatbot.yaml -f html -o report.html',
      'a page for officers, to be printed too',
      'eine Seite für alle, die mitreden, auch zum Drucken',
    ),
    example(
      'kompass check use-cases/ --within 90d',
      'also what runs out or begins within 90 days',
      'auch was in 90 Tagen abläuft oder beginnt',
    ),
    example(
      'kompass check chatbot.yaml --as-of 2027-12-02',
      'as the law will be on that day',
      'nach dem Recht an diesem Tag',
    ),
    example(
      'kompass check chatbot.yaml --fail-on stop',
      'fail only while a prohibition is possible',
      'nur scheitern, solange ein Verbot möglich ist',
    ),
  ],
  'kompass diff': [
    example(
      'kompass diff main:use-cases/ use-cases/',
      'what has changed since the main branch, and why',
      'was sich gegenüber dem Hauptzweig geändert hat, und warum',
    ),
    example(
      'kompass diff chatbot.yaml --as-of 2026-11-24 --as-of-new 2027-12-02',
      'what another day of law changes',
      'was ein anderer Stichtag ändert',
    ),
  ],
  'kompass explain': [
    example('kompass explain chatbot.yaml', 'why this tier', 'warum diese Einstufung'),
    verdict,
    example(
      'kompass explain chatbot.yaml ai-act.art-50-1',
      'why a rule applies or does not',
      'warum eine Regel gilt oder nicht gilt',
    ),
    example(
      'kompass explain chatbot.yaml --what-if screening.areas=work',
      'what would be different with another answer',
      'was mit einer anderen Antwort anders wäre',
    ),
    example(
      'kompass explain chatbot.yaml --what-would-change',
      'which answers would change the result',
      'welche Antworten das Ergebnis ändern würden',
    ),
  ],
  'kompass init': [
    init,
    example('kompass init chatbot.yaml', 'ask about everything', 'nach allem fragen'),
    example(
      'kompass init chatbot.yaml --answers answers.yaml',
      'take the answers from a file, without asking',
      'die Antworten aus einer Datei nehmen, ohne zu fragen',
    ),
    example(
      'kompass init chatbot.yaml --profile kompass-profile.yaml',
      'with what is known of the organisation',
      'mit dem, was über die Organisation bekannt ist',
    ),
  ],
  'kompass ask': [
    example('kompass ask chatbot.yaml', 'go on with the questions', 'mit den Fragen fortfahren'),
    example(
      'kompass ask chatbot.yaml --for start',
      'what has to be known by the start',
      'was bis zum Start bekannt sein muss',
    ),
    example(
      'kompass ask chatbot.yaml --for supplier -o questions.md',
      'the questions for the supplier as a form',
      'die Fragen an den Lieferanten als Formular',
    ),
    example(
      'kompass ask chatbot.yaml --answers questions.md',
      'take the answers from the form',
      'die Antworten aus dem Formular übernehmen',
    ),
  ],
  'kompass import': [
    example(
      'kompass import inventory.csv --map mapping.yaml -o use-cases',
      'a file for each line of the list',
      'eine Datei für jede Zeile der Liste',
    ),
    example(
      'kompass import inventory.csv --map mapping.yaml --dry-run',
      'look first, and write nothing',
      'erst ansehen und nichts schreiben',
    ),
    example(
      'kompass import register.json --map algorithm-register',
      'a list in the fields of the Algorithmic Transparency Standard',
      'eine Liste mit den Feldern des Algorithmic Transparency Standard',
    ),
  ],
  'kompass clauses': [
    example(
      'kompass clauses chatbot.yaml -o clauses.docx',
      'what tender and contract must demand, for Word',
      'was Vergabe und Vertrag verlangen müssen, für Word',
    ),
  ],
  'kompass document': [
    example(
      'kompass document dpia chatbot.yaml -o dpia.docx',
      'the draft of a data protection impact assessment, for Word',
      'der Entwurf einer Datenschutz-Folgenabschätzung, für Word',
    ),
    example(
      'kompass document user-rules chatbot.yaml',
      'one page of rules for those who work with it',
      'eine Seite Regeln für alle, die damit arbeiten',
    ),
  ],
  'kompass register': [
    example(
      'kompass register use-cases/ -f html -o register.html',
      'all uses on one page, with charts',
      'alle Einsätze auf einer Seite, mit Diagrammen',
    ),
    example('kompass register use-cases/ -f csv -o register.csv', 'for a spreadsheet', 'für eine Tabellenkalkulation'),
    example(
      'kompass register use-cases/ --public -f html -o public.html',
      'what everybody may read',
      'was alle lesen dürfen',
    ),
    example(
      'kompass register use-cases/ --report 2027 --since 2026.json -o council.docx',
      'the yearly report to the council, and what has changed',
      'der Jahresbericht an den Rat, und was sich geändert hat',
    ),
  ],
  'kompass schema': [
    useCaseSchema,
    example(
      'kompass schema profile --lang en > profile.schema.json',
      'the same for the profile, in English',
      'dasselbe für das Profil, auf Englisch',
    ),
  ],
  'kompass doctor': [
    example('kompass doctor', 'is all well here?', 'ist hier alles in Ordnung?'),
    example(
      'kompass doctor --rules our-rules/',
      'also look at the rules of the organisation',
      'auch die Regeln der Organisation ansehen',
    ),
  ],
  'kompass completion': [
    example(
      'source <(kompass completion bash)',
      'for this session; for all in ~/.bashrc',
      'für diese Sitzung; für alle in ~/.bashrc',
    ),
    example('source <(kompass completion zsh)', 'in ~/.zshrc, below compinit', 'in ~/.zshrc, unterhalb von compinit'),
    example(
      'kompass completion fish > ~/.config/fish/completions/kompass.fish',
      'for all sessions',
      'für alle Sitzungen',
    ),
  ],
  'kompass rules': [example('kompass rules list --cite "Art. 50"', 'find a rule', 'eine Regel finden'), showRule],
  'kompass rules list': [
    example(
      'kompass rules list --cite "Art. 50"',
      'rules that rest on this article',
      'Regeln, die auf diesem Artikel beruhen',
    ),
    example('kompass rules list --role deployer --kind duty', 'the duties of deployers', 'die Pflichten der Betreiber'),
    example('kompass rules list --begins 2027', 'what begins in that year', 'was in diesem Jahr beginnt'),
  ],
  'kompass rules show': [
    showRule,
    example(
      'kompass rules show ai-act.art-5-1-f ai-act.art-50-1 --lang de',
      'several, in German',
      'mehrere, auf Deutsch',
    ),
  ],
  'kompass rules test': [
    example('kompass rules test', 'all packs', 'alle Regelwerke'),
    example('kompass rules test --rules our-rules/', 'with rules of your own', 'mit eigenen Regeln'),
  ],
  'kompass rules review': [
    example('kompass rules review ai-act', 'what waits for a reader there', 'was dort auf einen Leser wartet'),
  ],
  'kompass rules docs': [
    example(
      'kompass rules docs -o handbook',
      'write the handbook into a folder',
      'das Handbuch in einen Ordner schreiben',
    ),
  ],
};

/** The words in angle brackets, and what commander puts beside them; a word that is missing here stays as it is. */
export const placeholders: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  de: {
    options: 'Optionen',
    command: 'Befehl',
    file: 'Datei',
    folder: 'Ordner',
    list: 'Liste',
    path: 'Pfad',
    name: 'Name',
    day: 'Tag',
    stage: 'Phase',
    level: 'Stufe',
    language: 'Sprache',
    what: 'Gegenstand',
    who: 'Stelle',
    answer: 'Antwort',
    id: 'Kennung',
    text: 'Text',
    tier: 'Einstufung',
    kind: 'Art',
    pack: 'Regelwerk',
    shell: 'Shell',
    template: 'Vorlage',
    part: 'Teil',
    revision: 'Stand',
    days: 'Frist',
    year: 'Jahr',
    state: 'Stand',
    old: 'Alt',
    new: 'Neu',
  },
};
