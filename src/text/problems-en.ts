import { someOf } from './list.ts';
import type { ProblemSentences } from './problems.ts';

const q = (word: string): string => `“${word}”`;
const list = (words: readonly string[]): string => someOf(words, q, 'and others');
const instead = (near: string | null, known: readonly string[] = []): string => {
  if (near !== null) return ` Did you mean ${q(near)}?`;
  return known.length === 0 ? '' : ` Possible: ${list(known)}.`;
};

const kinds: ReadonlyMap<string, string> = new Map([
  ['text', 'a text'],
  ['map', 'a map (key: value)'],
  ['list', 'a list such as [a, b]'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['nothing', 'nothing'],
  ['yes-no', 'yes, no or unknown'],
  ['option', 'one of the options, or unknown'],
  ['date', 'a date such as 2027-03-01'],
  ['condition', 'a condition such as { yes: section.name }'],
  ['pair', 'a list of two'],
  ['dotted-id', 'an id of two parts such as “section.name”'],
  ['clause-id', 'the id of a clause such as “K-GDPR-28-01” (K, then capitals, digits and hyphens)'],
  ['catalogue-version', 'a version such as 2026-11'],
]);
const kind = (name: string): string => kinds.get(name) ?? name.replace(/^(\d+)-(\d+)$/, 'a whole number from $1 to $2');
const foundKind = (name: string): string => (name === 'list' ? 'a list' : kind(name));
const quoted = (expected: string, found: string): string =>
  expected === 'text' && found === 'number' ? ' Put it in quotes.' : '';

/** What the YAML parser means; its own sentences are not for users. */
const syntax: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', 'The indentation does not fit the lines above.'],
  ['BAD_DQ_ESCAPE', 'In double quotes, a backslash stands for something else. Write the text in single quotes.'],
  ['BAD_SCALAR_START', 'No text may begin with this character. Put the text in quotes.'],
  ['BAD_PROP_ORDER', 'Something stands here in the wrong place.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'A second “: ” stands in this line, or the indentation does not fit. Put texts with a colon in quotes.',
  ],
  ['BLOCK_IN_FLOW', 'Lines with a hyphen cannot stand within brackets.'],
  ['COMPLEX_KEY', 'A key has to be a plain word.'],
  ['EMPTY_KEY', 'There is no key before the colon.'],
  ['KEY_OVER_1024_CHARS', 'The key is too long.'],
  ['MISSING_CHAR', 'A quotation mark, a bracket, a comma, a colon or a space is missing.'],
  ['MULTILINE_IMPLICIT_KEY', 'A key has to stand on one line. Is a colon missing?'],
  ['TAB_AS_INDENT', 'Indent with spaces, not with tabs.'],
  ['UNEXPECTED_TOKEN', 'There is something here that does not fit.'],
]);

const inLanguage: ReadonlyMap<string, string> = new Map([
  ['de', 'German (“de”)'],
  ['en', 'English (“en”)'],
]);

/** The conditions that look at a fact of this type. */
const nodes: ReadonlyMap<string, string> = new Map([
  ['yes-no', '“yes” or “confirmed”'],
  ['choice', '“is”'],
  ['set', '“includes” or “some”'],
  ['date', '“before”'],
  ['measure', '“measure”'],
  ['judgement', '“judged”'],
]);
const nodeFor = (type: string): string => {
  const fitting = nodes.get(type);
  return fitting === undefined ? '' : ` Use ${fitting} for it.`;
};

const paths = {
  absolute: 'The path has to be relative to the folder of this file.',
  outside: 'The file has to lie in the folder of this file or below; “..” is not possible.',
  address: 'An address on the web is not possible here.',
  url: 'For an address on the web use “link” instead of “file”.',
} as const;

export const problemsEn: ProblemSentences = {
  'not-utf8': () => 'The file is not UTF-8 text. Save it with the encoding UTF-8.',
  'too-large': ({ limit }) => `The file is larger than ${limit}.`,
  'too-deep': ({ limit }) => `More than ${limit} levels are nested here.`,
  'too-many-files': ({ limit }) => `These are more than ${limit} files. Check them in parts.`,
  'yaml-syntax': ({ detail }) => syntax.get(detail) ?? 'This is not valid YAML.',
  'yaml-anchor': ({ what }) =>
    what === 'anchor'
      ? 'Anchors (&) are not possible here. Put a text that begins with & in quotes.'
      : 'References (*) are not possible here. Put a text that begins with * in quotes.',
  'yaml-tag': ({ tag }) => `Tags such as ${q(tag)} are not possible here. Put a text that begins with ! in quotes.`,
  'yaml-version': ({ version }) => `YAML ${version} is not possible here. Leave out the line, or write %YAML 1.2.`,
  'yaml-documents': () => 'A second document begins here. Each file holds one.',
  'duplicate-key': ({ key, first }) => `${q(key)} stands here twice; the first time in line ${first}.`,
  'control-character': ({ character, where }) =>
    ({
      key: `The key holds the invisible character ${character}. Type it anew.`,
      id: `The word holds the invisible character ${character}. Type it anew.`,
      text: `The text holds a line break or the invisible character ${character}. Remove it.`,
      path: `The path holds the invisible character ${character}. Type it anew.`,
    })[where],
  'empty-file': () => 'The file holds no entries.',
  'not-a-map': ({ found }) => `The file has to begin with keys such as “id: …”; it holds ${foundKind(found)}.`,

  'missing-key': ({ key }) => `${q(key)} is missing.`,
  'unknown-key': ({ key, near, known }) => `The key ${q(key)} is unknown.${instead(near, known)}`,
  'key-without-value': ({ key }) =>
    `${q(key)} stands here without a value. If it belongs to a text with a comma, put the text in quotes.`,
  'wrong-type': ({ key, expected, found }) =>
    `${q(key)}: expected is ${kind(expected)}, found ${foundKind(found)}.${quoted(expected, found)}`,
  'unknown-value': ({ key, found, near, known }) => `${q(key)} cannot be ${q(found)}.${instead(near, known)}`,
  'empty-value': ({ key }) => `${q(key)} is empty.`,
  'either-key': ({ keys }) => `Exactly one of these keys is needed: ${list(keys)}.`,
  'bad-id': ({ id }) => `${q(id)} cannot be an id. Use lower-case letters a to z, digits and single hyphens.`,
  'bad-date': ({ found }) => `${q(found)} is not a date. Write it as 2027-03-01.`,
  'bad-format-version': ({ found, known }) =>
    `This program does not know format ${q(found)}. Write “kompass: ${known}”.`,
  'unknown-catalogue': ({ found, known }) => `There is no version ${q(found)} of the questions.${instead(null, known)}`,

  'unknown-fact': ({ id, near }) => `Nobody asks for ${q(id)}.${instead(near)}`,
  'unknown-option': ({ fact, found, near, known }) => `${q(fact)} has no option ${q(found)}.${instead(near, known)}`,
  'duplicate-member': ({ fact, member }) => `${q(member)} stands twice in ${q(fact)}.`,
  'unknown-role': ({ found, near, known }) => `There is no role ${q(found)}.${instead(near, known)}`,
  'contradicts-set': ({ fact, closedBy }) =>
    `${q(fact)} contradicts the answer to ${list(closedBy)}: that answer says that this does not arise. One of the two has to change.`,
  'contradicts-profile': ({ fact, profile }) =>
    `${q(fact)} is answered differently in ${profile}. One of the two has to change.`,
  'profile-only': ({ fact }) => `${q(fact)} belongs in the profile of the organisation, not in a use case.`,
  'use-case-only': ({ fact }) => `${q(fact)} belongs in the use case, not in the profile of the organisation.`,
  'unknown-clause': ({ found, near }) => `There is no contract clause ${q(found)}.${instead(near)}`,
  'not-waivable': ({ rule }) => `A waiver from ${q(rule)} is not possible. Remove it.`,
  'waiver-role': ({ rule, found, known }) =>
    `${q(found)} cannot approve a waiver from ${q(rule)}.${instead(null, known)}`,
  'foreign-waiver': ({ found, id }) => `The waiver is for ${q(found)}, this use case is ${q(id)}.`,
  'bad-link': ({ link }) => `${q(link)} is not a link. It has to begin with https:// or http://.`,
  'bad-path': ({ path, why }) => `${q(path)} cannot be used. ${paths[why]}`,
  'end-before-start': ({ end, start }) => `The end (${end}) lies before the start (${start}). Correct one of them.`,
  'duplicate-use-case': ({ id, first }) => `The id ${q(id)} is used already, in ${first}. Each use case needs its own.`,

  'not-found': ({ path }) => `${q(path)} does not exist.`,
  'nothing-to-check': ({ path }) => `There is no use-case file (.yaml, .yml) in ${q(path)}.`,
  'not-readable': ({ path, detail }) => `${q(path)} cannot be read (${detail}).`,
  'not-a-file': ({ path }) => `${q(path)} is not a regular file.`,
  'would-overwrite': ({ path }) => `${q(path)} is an input and is not overwritten. Choose another name.`,
  'same-place': ({ formats, path }) =>
    `${formats.map(q).join(' and ')} are both to go ${path === null ? 'to the screen' : `into ${q(path)}`}. Give each a place of its own with -f NAME=FILE.`,
  'output-and-formats': ({ path }) =>
    `-o ${path} goes only with a single format that has no file of its own. Give each its place with -f NAME=FILE.`,
  'cannot-write': ({ path, detail }) => `${q(path)} cannot be written (${detail}).`,
  'bad-option': ({ option, found, known }) => `${option} cannot be ${q(found)}.${instead(null, known)}`,
  usage: ({ detail }) => detail,
  pdf: ({ why, detail }) =>
    ({
      missing:
        detail === ''
          ? 'A PDF is printed by an installed Chromium (or Chrome, or Edge), and none is found here. Install one, name it in CHROME_PATH, or take -f html and print the page yourself.'
          : `The browser ${q(detail)} that CHROME_PATH names does not exist. The full path is needed.`,
      'too-slow': `The browser did not print the PDF in ${detail} seconds. Take -f html and print the page yourself.`,
      failed: `The browser printed no PDF${detail === '' ? '' : ` (${detail})`}. Take -f html and print the page yourself.`,
    })[why],
  'unknown-ending': ({ path, known }) =>
    `This paper cannot be written as ${q(path)}. Possible endings: ${list(known)}.`,
  'needs-file': ({ format }) =>
    `${q(format)} is no text for a screen. Say where it goes with -f ${format}=FILE or -o FILE.`,
  git: ({ why, detail }) =>
    ({
      missing: 'To compare with a revision, the program git has to be installed.',
      'no-repository': 'This folder does not belong to a Git repository, so there are no revisions.',
      failed: `Git could not read the revision (${detail}).`,
    })[why],
  'unknown-revision': ({ revision }) =>
    `There is no revision ${q(revision)} in this repository. In a pipeline the history may have been fetched only in part.`,
  'needs-option': ({ option, needs }) => `${option} only goes together with ${needs}.`,
  'bad-year': ({ found }) => `${q(found)} is no year. Write it with four digits, such as 2027.`,
  'year-ahead': ({ year, day }) =>
    `On the day looked at, ${day}, the year ${year} has not begun. Name an earlier year, or a later day with --as-of.`,
  'not-a-register': ({ why, found }) =>
    ({
      json: 'This is not JSON. An earlier state is a register that “kompass register … -f json” has written, or a revision of Git.',
      shape: 'This is no register. An earlier state is what “kompass register … -f json” has written.',
      public:
        'This is a public register, in which results are missing. The comparison needs the register without --public.',
      version: `This register is of version ${q(found)}; 1.x is read. Write the earlier state anew, or name a revision of Git.`,
    })[why],
  'same-sides': () =>
    'Both sides are the same. Name a second file, folder or revision, or another day (--as-of-new) or other rules (--rules-new, --packs-old).',

  'missing-language': ({ key, language }) =>
    `${q(key)} has no text in ${inLanguage.get(language) ?? q(language)}. Each text stands in both languages.`,
  'unknown-rule': ({ id, near }) => `There is no rule ${q(id)}.${instead(near)}`,
  'unknown-date-name': ({ id, near }) =>
    `There is no date ${q(id)} in dates.yaml.${instead(near) || ' Use a name from there.'}`,
  'unknown-source': ({ id, near }) =>
    `There is no source ${q(id)} in sources.yaml.${instead(near) || ' Use an id from there.'}`,
  'unknown-provision': ({ act, at }) =>
    `${q(act)} has no provision ${q(at)}. Those that it has are listed in sources.yaml.`,
  'bad-citation': ({ at }) =>
    `${q(at)} is not a citation. Write it as “Art. 5(1)(f)”, “Annex III point 4(a)” or “Recital 44”.`,
  'wrong-fact-type': ({ fact, expected, found }) =>
    `${q(fact)} has the type ${found}; this condition needs ${expected}.${nodeFor(found)}`,
  circular: ({ ids }) => `A circle closes here: ${ids.map(q).join(' → ')}. One of the conditions has to go.`,
  'wrong-phase': ({ rule, names }) => `${q(rule)} may not use ${q(names)}: that is only known later.`,
  'duplicate-id': ({ id, first }) => `${q(id)} exists already, in ${first}. That is possible only once.`,
  'empty-condition': ({ key }) => `${q(key)} has no conditions. Name at least one.`,
  'condition-keys': ({ found, known }) =>
    found.length === 0
      ? `A condition is missing here.${instead(null, known)}`
      : `A condition has exactly one key; found ${list(found)}. Join several by “all” or “any”.`,
  'dates-order': ({ name }) => `The dates of ${q(name)} are not in order.`,
  unused: ({ id }) => `No rule uses ${q(id)}. Remove the question, or use it in a condition.`,
  exists: ({ path }) => `${q(path)} exists already. To go on with it: kompass ask ${path}`,
  'no-questions': () =>
    'There is no question with its key in it. What kompass ask … --for … has written can be read (Markdown or Word), or a YAML file with answers.',
  'several-ticked': ({ fact }) => `More is ticked for ${q(fact)} than can be true together.`,
  'empty-field': ({ fields }) => `Please fill in: ${list(fields)}.`,
  'answer-differs': ({ fact, there }) =>
    `Another answer to ${q(fact)} is there already: ${q(there)}. Please find out which is right, and change one of the two.`,
  'other-use-case': ({ found, id }) => `The answers belong to ${q(found)}, the file describes ${q(id)}.`,
  'nothing-answered': () => 'Nothing is answered in it.',
  'no-terminal': ({ advice }) => advice,
  'unknown-template': ({ found, near, known }) => `There is no template ${q(found)}.${instead(near, known)}`,
  'not-usual': ({ fact }) =>
    `A template cannot suggest that for ${q(fact)}. It can suggest yes or no, a choice, or a list that is neither empty nor unsure.`,
  'nothing-to-explain': ({ found, near }) =>
    `There is no rule and no question ${q(found)}.${instead(near, ['tier', 'verdict'])}`,
  'not-for-organisation': ({ key }) =>
    `${q(key)} is not for the pack of an organisation: it holds terms, duties, clauses and prohibitions. Tier, scope and roles are settled by the law.`,
  'not-raised': ({ rule, severity }) =>
    severity === null
      ? `${q(rule)} has no severity that could be raised. Remove the entry.`
      : `${q(rule)} is ${q(severity)} already. An organisation can raise that, not keep or lower it.`,
  'list-kind': ({ path }) =>
    `${q(path)} is no list that can be read. It has to end with .csv, .tsv, .json, .ndjson or .jsonl.`,
  'list-encoding': ({ encoding }) =>
    encoding === 'utf-8'
      ? 'The list is not UTF-8 text. In Excel, save it as “CSV UTF-8”, or write format: { encoding: windows-1252 } into the mapping.'
      : `The list is not text in ${encoding}, as the mapping says.`,
  'list-delimiter': () =>
    "It cannot be told what stands between the columns. Write format: { delimiter: ';' } (or ',', tab) into the mapping.",
  'list-quote': ({ why }) =>
    why === 'open'
      ? 'This cell begins with a quotation mark that is closed nowhere.'
      : 'Behind the closing quotation mark of the cell, something else follows. Quotation marks within a cell are written twice.',
  'list-ragged': ({ cells, columns }) =>
    `This line has ${cells} cells, the head line has ${columns}. Is a delimiter within a cell that is not in quotation marks?`,
  'list-cell-long': ({ limit }) => `This cell holds more than ${limit} characters.`,
  'list-empty': () => 'The list has no records.',
  'list-json': () => 'This is not valid JSON.',
  'list-not-records': ({ path }) =>
    path === null
      ? 'Expected is an array of objects, such as [{ "name": "…" }]. If it stands further inside, name the place in the mapping: format: { records: data.items }.'
      : `At ${q(path)} there is no array of objects.`,
  'list-column': ({ column, near, known }) => `The list has no column ${q(column)}.${instead(near, known)}`,
  'list-column-twice': ({ column }) =>
    `The list has several columns named ${q(column)}. Give each a name of its own there.`,
  'list-no-title': ({ column }) =>
    `${q(column)} is empty here, and a use case needs a title. Enter one, or remove the line.`,
  'not-importable': ({ fact, why }) =>
    `${q(fact)} cannot come from a list: ${
      {
        measure: 'a measure counts by its evidence, with day and author.',
        judgement: 'a judgement needs reason, role and day.',
        opinion: 'an opinion needs role, day and the answers that it rests on.',
      }[why]
    } Keep the column with “keep”, and enter it in the files afterwards.`,
  'import-none': ({ fact }) =>
    `No word can mean that nothing of ${q(fact)} is true: for this somebody has to have read all options. Write unknown, or leave the word out.`,
  'unknown-mapping': ({ found, near, known }) =>
    `There is neither a file nor a built-in mapping ${q(found)}.${instead(near, known)}`,
  'last-entry-when': () => 'The last entry holds in all other cases and may have no “when”. Remove it.',
};
