import { someOf } from './list.ts';
import type { ProblemSentences } from './problems.ts';

const q = (word: string): string => `»${word}«`;
const list = (words: readonly string[]): string => someOf(words, q, 'und weitere');
const instead = (near: string | null, known: readonly string[] = []): string => {
  if (near !== null) return ` Meinten Sie ${q(near)}?`;
  return known.length === 0 ? '' : ` Möglich: ${list(known)}.`;
};

const kinds: ReadonlyMap<string, string> = new Map([
  ['text', 'ein Text'],
  ['map', 'eine Gruppe von Einträgen (Schlüssel: Wert)'],
  ['list', 'eine Liste wie [a, b]'],
  ['number', 'eine Zahl'],
  ['boolean', 'true oder false'],
  ['nothing', 'nichts'],
  ['yes-no', 'yes, no oder unknown'],
  ['option', 'eine der Möglichkeiten oder unknown'],
  ['date', 'ein Datum wie 2027-03-01'],
  ['condition', 'eine Bedingung wie { yes: bereich.name }'],
  ['pair', 'eine Liste mit zwei Einträgen'],
  ['dotted-id', 'eine Kennung aus zwei Teilen wie »bereich.name«'],
  ['clause-id', 'die Kennung einer Klausel wie »K-GDPR-28-01« (K, dann Großbuchstaben, Ziffern und Bindestriche)'],
  ['catalogue-version', 'eine Fassung wie 2026-11'],
]);
const kind = (name: string): string =>
  kinds.get(name) ?? name.replace(/^(\d+)-(\d+)$/, 'eine ganze Zahl von $1 bis $2');
const foundKind = (name: string): string => (name === 'list' ? 'eine Liste' : kind(name));
const quoted = (expected: string, found: string): string =>
  expected === 'text' && found === 'number' ? ' Setzen Sie sie in Anführungszeichen.' : '';

/** What the YAML parser means; its own sentences are not for users. */
const syntax: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', 'Die Einrückung passt nicht zu den Zeilen darüber.'],
  [
    'BAD_DQ_ESCAPE',
    'In doppelten Anführungszeichen hat ein Backslash eine eigene Bedeutung. Setzen Sie den Text in einfache.',
  ],
  ['BAD_SCALAR_START', 'Mit diesem Zeichen darf kein Text beginnen. Setzen Sie den Text in Anführungszeichen.'],
  ['BAD_PROP_ORDER', 'Hier steht etwas an der falschen Stelle.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'In dieser Zeile steht ein zweites »: «, oder die Einrückung passt nicht. Setzen Sie Texte mit Doppelpunkt in Anführungszeichen.',
  ],
  ['BLOCK_IN_FLOW', 'Zeilen mit Spiegelstrich können nicht in Klammern stehen.'],
  ['COMPLEX_KEY', 'Ein Schlüssel muss ein einfaches Wort sein.'],
  ['EMPTY_KEY', 'Vor dem Doppelpunkt fehlt der Schlüssel.'],
  ['KEY_OVER_1024_CHARS', 'Der Schlüssel ist zu lang.'],
  ['MISSING_CHAR', 'Es fehlt ein Anführungszeichen, eine Klammer, ein Komma, ein Doppelpunkt oder ein Leerzeichen.'],
  ['MULTILINE_IMPLICIT_KEY', 'Ein Schlüssel muss in einer Zeile stehen. Fehlt ein Doppelpunkt?'],
  ['TAB_AS_INDENT', 'Rücken Sie mit Leerzeichen ein, nicht mit Tabulatoren.'],
  ['UNEXPECTED_TOKEN', 'Hier steht etwas, das nicht passt.'],
]);

const inLanguage: ReadonlyMap<string, string> = new Map([
  ['de', 'der deutsche Text (»de«)'],
  ['en', 'der englische Text (»en«)'],
]);

/** The conditions that look at a fact of this type. */
const nodes: ReadonlyMap<string, string> = new Map([
  ['yes-no', '»yes« oder »confirmed«'],
  ['choice', '»is«'],
  ['set', '»includes« oder »some«'],
  ['date', '»before«'],
  ['measure', '»measure«'],
  ['judgement', '»judged«'],
]);
const nodeFor = (type: string): string => {
  const fitting = nodes.get(type);
  return fitting === undefined ? '' : ` Dazu passt ${fitting}.`;
};

const paths = {
  absolute: 'Der Pfad muss vom Ordner dieser Datei ausgehen.',
  address: 'Eine Adresse im Netz ist hier nicht möglich.',
  outside: 'Die Datei muss im Ordner dieser Datei oder darunter liegen; »..« ist nicht möglich.',
  url: 'Eine Adresse im Netz gehört unter »link«, nicht unter »file«.',
} as const;

export const problemsDe: ProblemSentences = {
  'not-utf8': () => 'Die Datei ist kein UTF-8-Text. Speichern Sie sie mit der Kodierung UTF-8.',
  'too-large': ({ limit }) => `Die Datei ist größer als ${limit}.`,
  'too-deep': ({ limit }) => `Hier sind mehr als ${limit} Ebenen ineinander geschachtelt.`,
  'too-many-files': ({ limit }) => `Das sind mehr als ${limit} Dateien. Prüfen Sie sie in Teilen.`,
  'yaml-syntax': ({ detail }) => syntax.get(detail) ?? 'Das ist kein gültiges YAML.',
  'yaml-anchor': ({ what }) =>
    what === 'anchor'
      ? 'Anker (&) sind hier nicht möglich. Setzen Sie einen Text, der mit & beginnt, in Anführungszeichen.'
      : 'Verweise (*) sind hier nicht möglich. Setzen Sie einen Text, der mit * beginnt, in Anführungszeichen.',
  'yaml-tag': ({ tag }) =>
    `Tags wie ${q(tag)} sind hier nicht möglich. Setzen Sie einen Text, der mit ! beginnt, in Anführungszeichen.`,
  'yaml-version': ({ version }) =>
    `YAML ${version} ist hier nicht möglich. Lassen Sie die Zeile weg, oder schreiben Sie %YAML 1.2.`,
  'yaml-documents': () => 'Hier beginnt ein zweites Dokument. Jede Datei enthält eines.',
  'duplicate-key': ({ key, first }) => `${q(key)} steht hier doppelt; zuerst in Zeile ${first}.`,
  'control-character': ({ character, where }) =>
    ({
      key: `Der Schlüssel enthält das unsichtbare Zeichen ${character}. Tippen Sie ihn neu.`,
      id: `Das Wort enthält das unsichtbare Zeichen ${character}. Tippen Sie es neu.`,
      text: `Der Text enthält einen Zeilenumbruch oder das unsichtbare Zeichen ${character}. Entfernen Sie es.`,
      path: `Der Pfad enthält das unsichtbare Zeichen ${character}. Tippen Sie ihn neu.`,
    })[where],
  'empty-file': () => 'Die Datei enthält keine Einträge.',
  'not-a-map': ({ found }) => `Die Datei muss mit Schlüsseln wie »id: …« beginnen; sie enthält: ${foundKind(found)}.`,

  'missing-key': ({ key }) => `${q(key)} fehlt.`,
  'unknown-key': ({ key, near, known }) => `Den Schlüssel ${q(key)} gibt es nicht.${instead(near, known)}`,
  'key-without-value': ({ key }) =>
    `${q(key)} steht hier ohne Wert. Gehört es zu einem Text mit Komma, setzen Sie den Text in Anführungszeichen.`,
  'wrong-type': ({ key, expected, found }) =>
    `${q(key)}: erwartet wird ${kind(expected)}; dort steht ${foundKind(found)}.${quoted(expected, found)}`,
  'unknown-value': ({ key, found, near, known }) => `${q(key)} kann nicht ${q(found)} sein.${instead(near, known)}`,
  'empty-value': ({ key }) => `${q(key)} ist leer.`,
  'either-key': ({ keys }) => `Genau einer dieser Schlüssel ist nötig: ${list(keys)}.`,
  'bad-id': ({ id }) =>
    `${q(id)} kann keine Kennung sein. Verwenden Sie Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche.`,
  'bad-date': ({ found }) => `${q(found)} ist kein Datum. Schreiben Sie es so: 2027-03-01.`,
  'bad-format-version': ({ found, known }) =>
    `Das Format ${q(found)} kennt dieses Programm nicht. Schreiben Sie »kompass: ${known}«.`,
  'unknown-catalogue': ({ found, known }) =>
    `Eine Fassung ${q(found)} der Fragen gibt es nicht.${instead(null, known)}`,

  'unknown-fact': ({ id, near }) => `Nach ${q(id)} wird nicht gefragt.${instead(near)}`,
  'unknown-option': ({ fact, found, near, known }) =>
    `Bei ${q(fact)} gibt es ${q(found)} nicht.${instead(near, known)}`,
  'duplicate-member': ({ fact, member }) => `${q(member)} steht in ${q(fact)} doppelt.`,
  'unknown-role': ({ found, near, known }) => `Eine Rolle ${q(found)} gibt es nicht.${instead(near, known)}`,
  'contradicts-set': ({ fact, closedBy }) =>
    `${q(fact)} widerspricht der Antwort auf ${list(closedBy)}: Danach kommt das gar nicht vor. Eine der beiden Angaben muss sich ändern.`,
  'contradicts-profile': ({ fact, profile }) =>
    `${q(fact)} ist in ${profile} anders beantwortet. Eine der beiden Angaben muss sich ändern.`,
  'profile-only': ({ fact }) => `${q(fact)} gehört in das Profil der Organisation, nicht in einen Anwendungsfall.`,
  'use-case-only': ({ fact }) => `${q(fact)} gehört in den Anwendungsfall, nicht in das Profil der Organisation.`,
  'unknown-clause': ({ found, near }) => `Eine Vertragsklausel ${q(found)} gibt es nicht.${instead(near)}`,
  'not-waivable': ({ rule }) => `Eine Abweichung von ${q(rule)} ist nicht möglich. Entfernen Sie sie.`,
  'waiver-role': ({ rule, found, known }) =>
    `${q(found)} kann eine Abweichung von ${q(rule)} nicht genehmigen.${instead(null, known)}`,
  'foreign-waiver': ({ found, id }) => `Die Abweichung gilt für ${q(found)}, dieser Anwendungsfall ist ${q(id)}.`,
  'bad-link': ({ link }) => `${q(link)} ist kein Link. Er muss mit https:// oder http:// beginnen.`,
  'bad-path': ({ path, why }) => `${q(path)} ist nicht möglich. ${paths[why]}`,
  'end-before-start': ({ end, start }) =>
    `Das Ende (${end}) liegt vor dem Start (${start}). Bitte berichtigen Sie eines von beiden.`,
  'duplicate-use-case': ({ id, first }) =>
    `Die Kennung ${q(id)} ist schon vergeben, in ${first}. Jeder Anwendungsfall braucht eine eigene.`,

  'not-found': ({ path }) => `${q(path)} gibt es nicht.`,
  'nothing-to-check': ({ path }) => `In ${q(path)} gibt es keinen Anwendungsfall (.yaml, .yml).`,
  'not-readable': ({ path, detail }) => `${q(path)} lässt sich nicht lesen (${detail}).`,
  'not-a-file': ({ path }) => `${q(path)} ist keine gewöhnliche Datei.`,
  'would-overwrite': ({ path }) =>
    `${q(path)} ist eine Eingabe und wird nicht überschrieben. Wählen Sie einen anderen Namen.`,
  'same-place': ({ formats, path }) =>
    `${formats.map(q).join(' und ')} sollen beide ${path === null ? 'auf den Bildschirm' : `in ${q(path)} stehen`}. Geben Sie mit -f NAME=DATEI jedem einen eigenen Ort.`,
  'output-and-formats': ({ path }) =>
    `-o ${path} geht nur bei einem einzigen Format ohne eigene Datei. Geben Sie mit -f NAME=DATEI jedem seinen Ort.`,
  'cannot-write': ({ path, detail }) => `${q(path)} lässt sich nicht schreiben (${detail}).`,
  'bad-option': ({ option, found, known }) => `${option} kann nicht ${q(found)} sein.${instead(null, known)}`,
  usage: ({ detail }) => detail,
  pdf: ({ why, detail }) =>
    ({
      missing:
        detail === ''
          ? 'Ein PDF druckt ein installierter Chromium (auch Chrome oder Edge). Hier ist keiner zu finden. Installieren Sie einen, nennen Sie ihn in CHROME_PATH, oder nehmen Sie -f html und drucken Sie die Seite selbst.'
          : `Den Browser ${q(detail)}, den CHROME_PATH nennt, gibt es nicht. Nötig ist der volle Pfad.`,
      'too-slow': `Der Browser hat das PDF in ${detail} Sekunden nicht gedruckt. Nehmen Sie -f html und drucken Sie die Seite selbst.`,
      failed: `Der Browser hat kein PDF gedruckt${detail === '' ? '' : ` (${detail})`}. Nehmen Sie -f html und drucken Sie die Seite selbst.`,
    })[why],
  'unknown-ending': ({ path, known }) =>
    `Als ${q(path)} lässt sich dieses Papier nicht schreiben. Mögliche Endungen: ${list(known)}.`,
  'needs-file': ({ format }) =>
    `${q(format)} ist kein Text für den Bildschirm. Geben Sie mit -f ${format}=DATEI oder -o DATEI an, wohin.`,
  git: ({ why, detail }) =>
    ({
      missing: 'Für den Vergleich mit einem Stand aus Git muss das Programm git installiert sein.',
      'no-repository': 'Dieser Ordner gehört zu keinem Git-Repository. Deshalb gibt es keine früheren Stände.',
      failed: `Git konnte den Stand nicht lesen (${detail}).`,
    })[why],
  'unknown-revision': ({ revision }) =>
    `Den Stand ${q(revision)} gibt es in diesem Repository nicht. In einer Pipeline ist die Historie vielleicht nur teilweise geladen.`,
  'needs-option': ({ option, needs }) => `${option} geht nur zusammen mit ${needs}.`,
  'bad-year': ({ found }) => `${q(found)} ist kein Jahr. Schreiben Sie es mit vier Ziffern, zum Beispiel 2027.`,
  'year-ahead': ({ year, day }) =>
    `Am Stichtag ${day} hat das Jahr ${year} noch nicht begonnen. Nennen Sie ein früheres Jahr oder mit --as-of einen späteren Tag.`,
  'not-a-register': ({ why, found }) =>
    ({
      json: 'Das ist kein JSON. Ein früherer Stand ist ein Register, das »kompass register … -f json« geschrieben hat, oder ein Stand aus Git.',
      shape: 'Das ist kein Register. Ein früherer Stand ist, was »kompass register … -f json« geschrieben hat.',
      public:
        'Das ist ein öffentliches Register, in dem Ergebnisse fehlen. Für den Vergleich wird das Register ohne --public gebraucht.',
      version: `Dieses Register hat die Fassung ${q(found)}, gelesen wird 1.x. Schreiben Sie den früheren Stand neu, oder nennen Sie einen Stand aus Git.`,
    })[why],
  'same-sides': () =>
    'Beide Seiten sind gleich. Nennen Sie eine zweite Datei, einen Ordner oder einen Stand, einen anderen Stichtag (--as-of-new) oder andere Regeln (--rules-new, --packs-old).',

  'missing-language': ({ key, language }) =>
    `Zu ${q(key)} fehlt ${inLanguage.get(language) ?? q(language)}. Jeder Text steht in beiden Sprachen.`,
  'unknown-rule': ({ id, near }) => `Eine Regel ${q(id)} gibt es nicht.${instead(near)}`,
  'unknown-date-name': ({ id, near }) =>
    `Ein Datum ${q(id)} gibt es in dates.yaml nicht.${instead(near) || ' Verwenden Sie einen Namen von dort.'}`,
  'unknown-source': ({ id, near }) =>
    `Eine Quelle ${q(id)} gibt es in sources.yaml nicht.${instead(near) || ' Verwenden Sie eine Kennung von dort.'}`,
  'unknown-provision': ({ act, at }) =>
    `In ${q(act)} gibt es ${q(at)} nicht. Welche Fundstellen es gibt, steht in sources.yaml.`,
  'bad-citation': ({ at }) =>
    `${q(at)} ist keine Fundstelle. Schreiben Sie sie so: »Art. 5(1)(f)«, »Annex III point 4(a)« oder »Recital 44«.`,
  'wrong-fact-type': ({ fact, expected, found }) =>
    `${q(fact)} hat den Typ ${found}; diese Bedingung braucht ${expected}.${nodeFor(found)}`,
  circular: ({ ids }) =>
    `Hier schließt sich ein Kreis: ${ids.map(q).join(' → ')}. Eine der Bedingungen muss entfallen.`,
  'wrong-phase': ({ rule, names }) => `${q(rule)} darf ${q(names)} nicht verwenden: Das steht erst später fest.`,
  'duplicate-id': ({ id, first }) => `${q(id)} gibt es schon, in ${first}. Das ist nur einmal möglich.`,
  'empty-condition': ({ key }) => `${q(key)} hat keine Bedingungen. Nennen Sie mindestens eine.`,
  'condition-keys': ({ found, known }) =>
    found.length === 0
      ? `Hier fehlt eine Bedingung.${instead(null, known)}`
      : `Eine Bedingung hat genau einen Schlüssel; dort stehen ${list(found)}. Verbinden Sie mehrere mit »all« oder »any«.`,
  'dates-order': ({ name }) => `Die Daten von ${q(name)} stehen nicht in der richtigen Reihenfolge.`,
  unused: ({ id }) =>
    `Keine Regel verwendet ${q(id)}. Entfernen Sie die Frage, oder verwenden Sie sie in einer Bedingung.`,
  exists: ({ path }) => `${q(path)} gibt es schon. Weiter damit: kompass ask ${path}`,
  'no-questions': () =>
    'Darin steht keine Frage mit ihrem Schlüssel. Lesen lässt sich, was kompass ask … --for … geschrieben hat (Markdown oder Word), oder eine YAML-Datei mit answers.',
  'several-ticked': ({ fact }) => `Bei ${q(fact)} ist mehr angekreuzt, als zusammen stimmen kann.`,
  'empty-field': ({ fields }) => `Bitte noch ausfüllen: ${list(fields)}.`,
  'answer-differs': ({ fact, there }) =>
    `Zu ${q(fact)} steht schon eine andere Angabe da: ${q(there)}. Bitte klären Sie, was stimmt, und ändern Sie eine von beiden.`,
  'other-use-case': ({ found, id }) => `Die Antworten gehören zu ${q(found)}, die Datei beschreibt ${q(id)}.`,
  'nothing-answered': () => 'Darin ist nichts beantwortet.',
  'no-terminal': ({ advice }) => advice,
  'unknown-template': ({ found, near, known }) => `Eine Vorlage ${q(found)} gibt es nicht.${instead(near, known)}`,
  'not-usual': ({ fact }) =>
    `Für ${q(fact)} kann eine Vorlage das nicht vorschlagen. Möglich sind Ja oder Nein, eine Auswahl oder eine Liste, die weder leer noch unsicher ist.`,
  'nothing-to-explain': ({ found, near }) =>
    `Eine Regel oder Frage ${q(found)} gibt es nicht.${instead(near, ['tier', 'verdict'])}`,
  'not-for-organisation': ({ key }) =>
    `${q(key)} gehört nicht in das Regelwerk einer Organisation: Es enthält Begriffe, Pflichten, Klauseln und Verbote. Einstufung, Anwendungsbereich und Rollen bestimmt das Gesetz.`,
  'not-raised': ({ rule, severity }) =>
    severity === null
      ? `${q(rule)} hat kein Gewicht, das sich erhöhen ließe. Entfernen Sie den Eintrag.`
      : `${q(rule)} ist schon ${q(severity)}. Eine Organisation kann das Gewicht erhöhen, nicht beibehalten oder senken.`,
  'list-kind': ({ path }) =>
    `${q(path)} ist keine Liste, die sich lesen lässt. Sie muss auf .csv, .tsv, .json, .ndjson oder .jsonl enden.`,
  'list-encoding': ({ encoding }) =>
    encoding === 'utf-8'
      ? 'Die Liste ist kein UTF-8-Text. Speichern Sie sie in Excel als »CSV UTF-8«, oder schreiben Sie format: { encoding: windows-1252 } in die Zuordnung.'
      : `Die Liste ist kein Text in ${encoding}, wie die Zuordnung sagt.`,
  'list-delimiter': () =>
    "Es ist nicht zu erkennen, was zwischen den Spalten steht. Schreiben Sie format: { delimiter: ';' } (oder ',', tab) in die Zuordnung.",
  'list-quote': ({ why }) =>
    why === 'open'
      ? 'Diese Zelle beginnt mit einem Anführungszeichen, das nirgends geschlossen wird.'
      : 'Hinter dem schließenden Anführungszeichen der Zelle folgt noch etwas. Anführungszeichen in einer Zelle werden doppelt geschrieben.',
  'list-ragged': ({ cells, columns }) =>
    `Diese Zeile hat ${cells} Zellen, die Kopfzeile ${columns}. Steht ein Trennzeichen in einer Zelle ohne Anführungszeichen?`,
  'list-cell-long': ({ limit }) => `Diese Zelle hat mehr als ${limit} Zeichen.`,
  'list-empty': () => 'Die Liste hat keine Einträge.',
  'list-json': () => 'Das ist kein gültiges JSON.',
  'list-not-records': ({ path }) =>
    path === null
      ? 'Erwartet wird eine Liste von Objekten, etwa [{ "name": "…" }]. Steht sie weiter innen, nennen Sie die Stelle in der Zuordnung: format: { records: data.items }.'
      : `An der Stelle ${q(path)} steht keine Liste von Objekten.`,
  'list-column': ({ column, near, known }) => `Die Liste hat keine Spalte ${q(column)}.${instead(near, known)}`,
  'list-column-twice': ({ column }) =>
    `Die Liste hat mehrere Spalten mit dem Namen ${q(column)}. Geben Sie dort jeder einen eigenen.`,
  'list-no-title': ({ column }) =>
    `${q(column)} ist hier leer, ein Anwendungsfall braucht aber einen Titel. Tragen Sie einen ein, oder entfernen Sie die Zeile.`,
  'not-importable': ({ fact, why }) =>
    `${q(fact)} kann nicht aus einer Liste kommen: ${
      {
        measure: 'Eine Maßnahme zählt durch ihren Nachweis mit Tag und Verfasser.',
        judgement: 'Eine Einschätzung braucht Begründung, Rolle und Tag.',
        opinion: 'Eine Stellungnahme braucht Rolle, Tag und die Angaben, auf denen sie beruht.',
      }[why]
    } Bewahren Sie die Spalte mit »keep« auf, und tragen Sie es danach in den Dateien ein.`,
  'import-none': ({ fact }) =>
    `Kein Wort kann bedeuten, dass von ${q(fact)} nichts zutrifft: Dafür muss jemand alle Möglichkeiten gelesen haben. Schreiben Sie unknown, oder lassen Sie das Wort weg.`,
  'unknown-mapping': ({ found, near, known }) =>
    `Es gibt weder eine Datei noch eine eingebaute Zuordnung ${q(found)}.${instead(near, known)}`,
  'last-entry-when': () =>
    'Der letzte Eintrag gilt in allen übrigen Fällen und darf kein »when« haben. Entfernen Sie es.',
};
