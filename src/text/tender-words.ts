import type { Language } from '../model/language.ts';
import type { ClauseReading, DocumentKind, Obstacle, Passage } from '../model/tender.ts';
import { listed } from './list.ts';

/** What the report says about tender documents and the clauses in them. */
interface TenderWords {
  readonly heading: string;
  readonly clauses: string;
  readonly kind: Readonly<Record<DocumentKind, string>>;
  readonly whole: string;
  readonly partly: string;
  readonly unread: string;
  readonly obstacle: (obstacle: Obstacle) => string;
  readonly place: Readonly<Record<Passage['unit'], (number: number) => string>>;
  /** `unseen`: not found, and not all documents could be read. */
  readonly state: Readonly<Record<ClauseReading['state'] | 'unseen', string>>;
  readonly otherwise: string;
  readonly mentioned: string;
  readonly listedOnly: string;
  readonly unseen: string;
  /** Of so many clauses nothing is to be said. */
  readonly asWanted: (count: number) => string;
  readonly blanks: (count: number) => string;
  readonly changed: (wanted: string, found: string) => string;
  readonly willDo: string;
  readonly mayDo: string;
  readonly strange: (found: string, place: string, near: string | null) => string;
  readonly noneNeeded: string;
  readonly limits: string;
}

/** `2, 5–7, 9` */
function ranges(numbers: readonly number[]): readonly string[] {
  const spans: { readonly from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
}

const de: TenderWords = {
  heading: 'VERGABEUNTERLAGEN',
  clauses: 'VERTRAGSKLAUSELN IN DEN UNTERLAGEN',
  kind: {
    specification: 'Leistungsbeschreibung',
    contract: 'Vertrag',
    'data-protection-annex': 'Anlage zum Datenschutz',
    offer: 'Angebot',
    other: 'Unterlage',
  },
  whole: 'gelesen',
  partly: 'nur zum Teil gelesen',
  unread: 'nicht lesbar',
  obstacle: (obstacle) => {
    switch (obstacle.code) {
      case 'not-there':
        return 'Diese Datei gibt es im Ordner des Anwendungsfalls und darunter nicht.';
      case 'not-readable':
        return 'Die Datei lässt sich nicht öffnen.';
      case 'unknown-format':
        return 'Gelesen werden .docx, .odt, .pdf, .md und .txt.';
      case 'wrong-format':
        return 'Der Inhalt der Datei passt nicht zur Endung ihres Namens.';
      case 'old-word':
        return 'Das alte Word-Format wird nicht gelesen. Speichern Sie die Datei als .docx.';
      case 'encrypted':
        return 'Die Datei ist verschlüsselt oder geschützt. Nennen Sie eine Fassung ohne Schutz.';
      case 'broken':
        return 'Die Datei ist beschädigt oder ungewöhnlich aufgebaut.';
      case 'not-utf8':
        return 'Der Text ist nicht in UTF-8 gespeichert.';
      case 'no-text':
        return 'Es steht kein lesbarer Text darin. Bei einem Scan liest niemand die Bilder; prüfen Sie ihn selbst.';
      case 'embedded':
        return 'Darin sind andere Dokumente eingebettet. Sie werden nicht gelesen.';
      case 'form':
        return 'Es ist ein Formular (XFA). Seine Felder werden nicht gelesen.';
      case 'too-large':
        return `Die Datei ist größer als ${obstacle.limit} MiB.`;
      case 'unpacks-too-large':
        return `Ausgepackt ist die Datei größer als ${obstacle.limit} MiB, oder sie ist ungewöhnlich gepackt.`;
      case 'too-many-pages':
        return `Gelesen wurden nur die ersten ${obstacle.limit} Seiten.`;
      case 'pages-without-text':
        return `${obstacle.pages.length === 1 ? 'Seite' : 'Seiten'} ${listed(ranges(obstacle.pages), ' und ')} ohne lesbaren Text, vielleicht ein Scan. Prüfen Sie das selbst.`;
    }
  },
  place: {
    page: (number) => `Seite ${number}`,
    paragraph: (number) => `Absatz ${number}`,
    line: (number) => `Zeile ${number}`,
    margin: () => 'Kopf- oder Fußzeile',
    note: (number) => `Fußnote, Absatz ${number}`,
  },
  state: {
    found: 'gefunden',
    changed: 'geändert',
    otherwise: 'abweichend beantwortet',
    mentioned: 'nur erwähnt',
    missing: 'fehlt',
    unseen: 'nicht gefunden',
  },
  otherwise: 'Sie zählt nicht als vereinbart.',
  mentioned: 'Die Kennung steht dort ohne den Wortlaut. Ob die Klausel vereinbart ist, bleibt offen.',
  listedOnly: 'Unter »procurement.clauses« ist sie genannt.',
  unseen: 'Nicht alle Unterlagen waren lesbar. Ob sie fehlt, bleibt offen.',
  asWanted: (count) =>
    count === 1
      ? 'Eine verlangte Klausel steht mit ihrem Wortlaut in den Unterlagen. Wo: --verbose'
      : `${count} verlangte Klauseln stehen mit ihrem Wortlaut in den Unterlagen. Wo: --verbose`,
  blanks: (count) => (count === 1 ? 'Eine Lücke ist nicht ausgefüllt.' : `${count} Lücken sind nicht ausgefüllt.`),
  changed: (wanted, found) =>
    wanted === ''
      ? `Hinter dem Wortlaut steht noch: »${found}«.`
      : found === ''
        ? `Der Wortlaut bricht ab vor: »${wanted}«.`
        : `Verlangt: »${wanted}«. Dort steht: »${found}«.`,
  willDo: 'Sie zählt als gefunden, weil sie unter »procurement.clauses« genannt ist.',
  mayDo: 'Genügt der geänderte Wortlaut, nennen Sie die Klausel unter »procurement.clauses«.',
  strange: (found, place, near) =>
    `Eine Klausel »${found}« gibt es nicht (${place}).${near === null ? '' : ` Gemeint ist wohl ${near}.`}`,
  noneNeeded: 'Nach den gewählten Regelwerken ist für diesen Einsatz keine Klausel verlangt.',
  limits: 'Gefunden heißt: Kennung und Wortlaut stehen dort. Ob der Vertrag gut ist, sagt das nicht.',
};

const en: TenderWords = {
  heading: 'TENDER DOCUMENTS',
  clauses: 'CONTRACT CLAUSES IN THE DOCUMENTS',
  kind: {
    specification: 'specification',
    contract: 'contract',
    'data-protection-annex': 'data protection annex',
    offer: 'offer',
    other: 'document',
  },
  whole: 'read',
  partly: 'read in part only',
  unread: 'unreadable',
  obstacle: (obstacle) => {
    switch (obstacle.code) {
      case 'not-there':
        return 'There is no such file in the folder of the use case or below.';
      case 'not-readable':
        return 'The file cannot be opened.';
      case 'unknown-format':
        return '.docx, .odt, .pdf, .md and .txt are read.';
      case 'wrong-format':
        return 'What is in the file does not fit the ending of its name.';
      case 'old-word':
        return 'The old format of Word is not read. Save the file as .docx.';
      case 'encrypted':
        return 'The file is encrypted or protected. Name a version without protection.';
      case 'broken':
        return 'The file is damaged, or built in an unusual way.';
      case 'not-utf8':
        return 'The text is not saved as UTF-8.';
      case 'no-text':
        return 'There is no readable text in it. Nobody reads the pictures of a scan; check it yourself.';
      case 'embedded':
        return 'Other documents are embedded in it. They are not read.';
      case 'form':
        return 'It is a form (XFA). Its fields are not read.';
      case 'too-large':
        return `The file is larger than ${obstacle.limit} MiB.`;
      case 'unpacks-too-large':
        return `Unpacked the file is larger than ${obstacle.limit} MiB, or it is packed in an unusual way.`;
      case 'too-many-pages':
        return `Only the first ${obstacle.limit} pages were read.`;
      case 'pages-without-text':
        return `No readable text on ${obstacle.pages.length === 1 ? 'page' : 'pages'} ${listed(ranges(obstacle.pages), ' and ')}, perhaps a scan. Check that yourself.`;
    }
  },
  place: {
    page: (number) => `page ${number}`,
    paragraph: (number) => `paragraph ${number}`,
    line: (number) => `line ${number}`,
    margin: () => 'header or footer',
    note: (number) => `footnote, paragraph ${number}`,
  },
  state: {
    found: 'found',
    changed: 'changed',
    otherwise: 'answered otherwise',
    mentioned: 'only mentioned',
    missing: 'missing',
    unseen: 'not found',
  },
  otherwise: 'It does not count as agreed.',
  mentioned: 'The id stands there without the wording. Whether the clause is agreed stays open.',
  listedOnly: 'It is named under “procurement.clauses”.',
  unseen: 'Not all documents could be read. Whether it is missing stays open.',
  asWanted: (count) =>
    count === 1
      ? 'One clause that is needed stands in the documents with its wording. Where: --verbose'
      : `${count} clauses that are needed stand in the documents with their wording. Where: --verbose`,
  blanks: (count) => (count === 1 ? 'One blank is not filled in.' : `${count} blanks are not filled in.`),
  changed: (wanted, found) =>
    wanted === ''
      ? `After the wording there follows: “${found}”.`
      : found === ''
        ? `The wording stops before: “${wanted}”.`
        : `Wanted: “${wanted}”. What stands there: “${found}”.`,
  willDo: 'It counts as found, since it is named under “procurement.clauses”.',
  mayDo: 'If the changed wording will do, name the clause under “procurement.clauses”.',
  strange: (found, place, near) =>
    `There is no clause “${found}” (${place}).${near === null ? '' : ` Probably ${near} is meant.`}`,
  noneNeeded: 'By the rule packs chosen no clause is needed for this use.',
  limits: 'Found means: id and wording stand there. It does not say that the contract is good.',
};

export const tenderWords: Record<Language, TenderWords> = { de, en };
