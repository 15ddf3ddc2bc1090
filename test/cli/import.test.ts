import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Given } from '../../src/model/use-case.ts';
import { importList, readMapping } from '../../src/read/import/import.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { oneLine } from '../../src/read/import/inventory.ts';
import { fileText } from '../../src/cli/import/file-text.ts';
import { loadRules, valueOf } from '../support/rules.ts';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

const { compiled } = loadRules('rules');
const { book } = compiled;
const catalogue = prepareCatalogue(book);

const readText = (file: string, text: string) =>
  valueOf(readUseCase({ file, text }, catalogue, { profile: null, fileExists: () => false }));
const read = (folder: string, id: string) =>
  readText(join(folder, `${id}.yaml`), readFileSync(join(folder, `${id}.yaml`), 'utf8'));

/** What an answer says, as a file would; `open`: nobody answered. */
function said(given: Given | undefined): string {
  if (given === undefined) return 'open';
  if (given.type === 'measure' || given.type === 'judgement' || given.type === 'opinion') return given.type;
  if (given.value === null) return 'unknown';
  if (given.type === 'yes-no') return given.value ? 'yes' : 'no';
  if (given.type === 'set') return given.value.map(({ option, sure }) => (sure ? option : `${option}?`)).join(' ');
  return given.value;
}

const head = 'kompass-import: 1\ntitle: Name\n';

/** Runs the command on a list and a mapping in a folder of its own. */
async function run(list: string, mapping: string, more: readonly string[] = [], name = 'list.csv') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), list);
  writeFileSync(join(folder, 'map.yaml'), mapping);
  const ran = await kompass(['import', name, '--map', 'map.yaml', '-o', 'out', ...more], { cwd: folder });
  const out = join(folder, 'out');
  const files = existsSync(out) ? readdirSync(out).toSorted() : [];
  return { ...ran, folder, files, file: (id: string) => read(out, id) };
}

const answersOf = async (list: string, mapping: string, id = 'a') => (await run(list, mapping)).file(id).answers;
const answer = async (cell: string, fact: string, column: string) =>
  said((await answersOf(`Name;X\na;${cell}`, `${head}facts: { ${fact}: ${column} }\n`)).get(idOf(fact)));
const idOf = (fact: string) => {
  const found = catalogue.facts.get(fact);
  if (found === undefined) throw new Error(fact);
  return found.id;
};

describe('what a list does not say is unknown, never no', () => {
  const yesNo = '{ from: X, values: { ja: yes, nein: no, unklar: unknown } }';
  const set = "{ from: X, split: ',', values: { Post: text, Bild: image } }";

  test.each([
    ['ja', 'yes'],
    [' JA ', 'yes'],
    ['nein', 'no'],
    ['', 'open'],
    [' ', 'open'],
    ['-', 'open'],
    ['nicht', 'open'],
    ['no', 'open'],
    ['false', 'open'],
    ['0', 'open'],
    ['nein?', 'open'],
    ['unklar', 'unknown'],
  ])('yes-no: %j is %s', async (cell, expected) => {
    expect(await answer(cell, 'system.infers', yesNo)).toBe(expected);
  });

  test('a list of a question is never closed by a list of words: what is not named is unsure', async () => {
    const members = ['text', 'image', 'audio', 'video'];
    for (const [cell, sure] of [
      ['Post', ['text']],
      ['Post, Bild', ['text', 'image']],
      ['Post,Sprache', ['text']],
    ] as const) {
      const given = (await answer(cell, 'screening.outputs', set)).split(' ') ?? [];
      expect(given.filter((member) => !member.endsWith('?'))).toEqual(sure);
      const options = catalogue.facts.get('screening.outputs');
      expect(given).toHaveLength(options !== undefined && 'options' in options ? options.options.length : 0);
      for (const member of members) expect(given.map((one) => one.replace('?', ''))).toContain(member);
    }
  });

  test.each(['', '-', 'keine', 'nichts', 'Sprache', ',', '[]'])('%j makes no list empty', async (cell) => {
    expect(await answer(cell, 'screening.outputs', set)).toBe('open');
  });

  test.each([
    ['1.3.2027', '2027-03-01'],
    ['31.02.2027', 'open'],
    ['2027', 'open'],
    ['03/2027', 'open'],
    ['Frühjahr', 'open'],
  ])('a day: %j is %s', async (cell, expected) => {
    expect(await answer(cell, 'lifecycle.start', '{ from: X, date: dd.mm.yyyy }')).toBe(expected);
  });

  test('a day that two ways of writing take for different days is none', async () => {
    const either = '{ from: X, date: [dd/mm/yyyy, mm/dd/yyyy] }';
    expect(await answer('03/04/2027', 'lifecycle.start', either)).toBe('open');
    expect(await answer('13/04/2027', 'lifecycle.start', either)).toBe('2027-04-13');
  });

  test('whatever stands in the cells, nothing is denied but what the mapping calls no, and no gate opens', () => {
    const mapping = valueOf(
      readMapping(
        `${head}facts:\n  system.infers: ${yesNo}\n  screening.outputs: ${set.replace('X', 'Y')}\n  screening.practices: { from: Y, values: { Gesicht: collects-faces } }\n`,
        'map.yaml',
        catalogue,
      ),
    );
    const word = fc.oneof(fc.string(), fc.constantFrom('ja', 'nein', 'Post', 'Bild', 'Gesicht', 'no', '[]', 'unknown'));
    fc.assert(
      fc.property(word, word, (one, other) => {
        const list = JSON.stringify([{ Name: 'a', X: one, Y: other }]);
        const [entry] = valueOf(importList(new TextEncoder().encode(list), 'a.json', mapping)).entries;
        if (entry === undefined) throw new Error('no entry');
        const text = fileText(entry, 'a.yaml', [], { book, language: 'de', source: null });
        const { answers, confirmed } = readText('a.yaml', text);
        expect(confirmed.size).toBe(0);
        for (const [fact, given] of answers) {
          const denies = given.type === 'yes-no' && given.value === false;
          expect(denies).toBe(given.type === 'yes-no' && /^\s*nein\s*$/i.test(one));
          const options = catalogue.facts.get(fact);
          if (given.type !== 'set' || given.value === null || options?.type !== 'set') continue;
          expect(given.value.map(({ option }) => option)).toEqual(options.options.map(({ id }) => id));
          expect(given.value.some(({ sure }) => sure)).toBe(true);
        }
      }),
    );
  });

  test('an answer about a period is not confirmed by being imported', async () => {
    const facts = 'facts: { lifecycle.design-changed: { from: X, values: { nein: no } } }\n';
    const bare = await run('Name;X\na;nein', head + facts);
    expect(bare.file('a').answers.get(idOf('lifecycle.design-changed'))).toMatchObject({ confirmedOn: null });
    const dated = await run('Name;X\na;nein', `${head}source: { by: IT, on: 2025-01-31 }\n${facts}`);
    expect(dated.file('a').answers.get(idOf('lifecycle.design-changed'))).toMatchObject({
      value: false,
      confirmedOn: '2025-01-31',
      source: { by: 'IT', on: '2025-01-31' },
    });
  });

  test('what cannot be read does not outweigh the profile', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'list.csv'), 'Name;X\na;\nb;dort\nc;Hessen');
    writeFileSync(
      join(folder, 'map.yaml'),
      `${head}facts: { organisation.land: { from: X, values: { Niedersachsen: ni, Hessen: he } } }\n`,
    );
    const profile = 'kompass: 1\ncatalogue: 2026-11\nprofile: Town\norganisation: { land: ni }\n';
    writeFileSync(join(folder, 'kompass-profile.yaml'), profile);
    const refused = await kompass(['import', 'list.csv', '--map', 'map.yaml'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('list.csv:4:3 “organisation.land” is answered differently in');
    writeFileSync(join(folder, 'list.csv'), 'Name;X\na;\nb;dort');
    await kompass(['import', 'list.csv', '--map', 'map.yaml'], { cwd: folder });
    const { report } = await checkJson([join(folder, 'list')]);
    expect(report.assessments.map(({ questions }) => questions.map(({ fact }) => fact))).toEqual([
      expect.not.arrayContaining(['organisation.land']),
      expect.not.arrayContaining(['organisation.land']),
    ]);
  });
});

describe('what needs a record cannot come from a list', () => {
  test.each([
    ['measures.dpia: { from: X, values: { ja: yes } }', 'evidence, with day and author'],
    ['judgements.art-6-3: { from: X, values: { ja: yes } }', 'a judgement needs reason, role and day'],
    ['opinions.staff-council: { from: X, values: { ja: agreed } }', 'an opinion needs role, day'],
    ['screening.practices: { from: X, values: { keine: [] } }', 'somebody has to have read all options'],
    ['screening.confirmed: X', 'Nobody asks for “screening.confirmed”'],
    ['organisation.hospital-owner: { from: X, values: { a: b } }', 'has no option “b”'],
  ])('%s', async (fact, sentence) => {
    const { code, err, files } = await run('Name;X\na;ja', `${head}facts:\n  ${fact}\n`);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain(sentence);
    expect(err).toContain('map.yaml:4:');
  });

  test.each(['approval', 'waivers', 'register', 'evidence', 'confirmed'])('no mapping has a key %s', async (key) => {
    const { code, err } = await run('Name\na', `${head}${key}: Name\n`);
    expect(code).toBe(2);
    expect(err).toContain(`The key “${key}” is unknown.`);
  });
});

describe('the list of a town', () => {
  const out = { folder: '', told: '' };
  beforeEach(async () => {
    if (out.folder !== '') return;
    const folder = join(temporaryFolder(), 'ki');
    const ran = await kompass(
      [
        'import',
        'fixtures/import/inventar.csv',
        '--map',
        'fixtures/import/zuordnung.yaml',
        '-o',
        folder,
        '--lang',
        'de',
      ],
      {},
    );
    if (ran.code !== 0) throw new Error(ran.err);
    for (const name of readdirSync(folder)) kept.set(name, readFileSync(join(folder, name), 'utf8'));
    out.folder = folder;
    out.told = ran.out.replaceAll(/\n {4}/g, ' ');
  });
  const kept = new Map<string, string>();
  const use = (id: string) => readText(`${id}.yaml`, kept.get(`${id}.yaml`) ?? '');
  const says = (id: string, fact: string) => said(use(id).answers.get(idOf(fact)));

  test('becomes a file for each use, named by its number, or by its title where that is missing', () => {
    expect([...kept.keys()].toSorted()).toEqual(
      [
        'dublettensuche-im-melderegister.yaml',
        ...[1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12].map((number) => `ki-${number}.yaml`),
      ].toSorted(),
    );
    expect(out.told).toContain('Sie wurde aus dem Titel gebildet: dublettensuche-im-melderegister.');
  });

  test('gives what it says, with its words, their place, who says so and since when', () => {
    expect(use('ki-1')).toMatchObject({
      title: 'Chatbot Bürgerservice',
      purpose: 'Beantwortet Fragen zu Öffnungszeiten und Formularen',
      owner: { unit: 'Bürgeramt', role: 'Leitung Bürgeramt' },
      product: { name: 'ChatFix', supplier: 'Bot GmbH', version: null },
    });
    expect(use('ki-1').answers.get(idOf('lifecycle.stage'))).toMatchObject({
      value: 'operation',
      note: 'Status: in Betrieb (inventar.csv, Zeile 4)',
      source: { by: 'KI-Bestandsliste der IT', on: '2026-03-01' },
    });
    expect(says('ki-1', 'lifecycle.start')).toBe('2025-03-01');
    expect(says('ki-3', 'lifecycle.stage')).toBe('operation');
    expect(says('ki-8', 'lifecycle.stage')).toBe('tender');
    expect(says('ki-11', 'system.infers')).toBe('no');
    expect(use('ki-4').title).toBe('Posteingang: Dokumente zuordnen');
    expect(use('ki-4').purpose).toBe('Erkennt die Art des Schreibens;\nschlägt das zuständige Amt vor');
    expect(says('ki-2', 'screening.data')).toBe('ordinary special? offences? social? tax? personnel secrets?');
  });

  test('leaves open what it does not say, and keeps its words', () => {
    for (const [id, fact, note] of [
      ['ki-2', 'lifecycle.stage', 'Status: Test (inventar.csv, Zeile 5)'],
      ['ki-7', 'lifecycle.stage', 'Status: eingestellt (inventar.csv, Zeile 12)'],
      ['ki-3', 'lifecycle.start', 'Beginn: 2024 (inventar.csv, Zeile 6)'],
      ['ki-12', 'lifecycle.start', 'Beginn: 31.02.2026 (inventar.csv, Zeile 17)'],
      ['ki-5', 'system.infers', 'Lernend: ? (inventar.csv, Zeile 10)'],
      ['ki-1', 'screening.data', 'Personen- bezogene Daten: keine (inventar.csv, Zeile 4)'],
    ] as const) {
      expect(says(id, fact)).toBe('open');
      expect(kept.get(`${id}.yaml`)).toContain(`  # ${fact.replace(/.*\./, '')}: unknown # noch offen · ${note}\n`);
    }
    expect(says('ki-4', 'lifecycle.start')).toBe('open');
    expect(kept.get('ki-4.yaml')).toContain('  # start: unknown # noch offen\n');
    expect(out.told).toContain(
      'inventar.csv:15:113 »Einkommen« (Personen- bezogene Daten) steht nicht in der Zuordnung',
    );
    expect(kept.get('ki-10.yaml')).toContain('#   Bemerkung: "dringend" laut Dez. II\n#   DSFA: geplant\n');
    expect(kept.get('ki-3.yaml')).toContain('#   Hersteller: eigene Entwicklung\n');
    expect(use('ki-3').product).toBeNull();
  });

  test('names what decides first, and no file passes', async () => {
    const folder = temporaryFolder();
    for (const [name, text] of kept) writeFileSync(join(folder, name), text);
    const { code, report } = await checkJson([folder]);
    expect(code).toBe(1);
    expect(report.problems).toEqual([]);
    expect(report.assessments).toHaveLength(12);
    for (const { verdict, tier } of report.assessments) {
      expect(verdict).toBe('clarify');
      expect(tier.highest).toBe('prohibited');
    }
    for (const name of ['practices', 'areas', 'outputs', 'relation'])
      expect(kept.get('ki-12.yaml')).toContain(`  # ${name}: unknown # noch offen\n`);
  });

  test('can be gone on with: an answer takes the place of what was open', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'ki-1.yaml');
    writeFileSync(file, kept.get('ki-1.yaml') ?? '');
    writeFileSync(
      join(folder, 'a.yaml'),
      'by: IT\non: 2026-11-20\nanswers: { screening.data: [ordinary], organisation.relation: [bought], screening.outside: unknown }\n',
    );
    const { code, err } = await kompass(['ask', file, '--answers', join(folder, 'a.yaml')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('  relation: { value: [bought], by: IT, on: 2026-11-20 }\n');
    expect(text).not.toMatch(/# (?:data|relation): unknown/);
    expect(text).toContain('  # areas: unknown # noch offen\n');
  });

  test('says what is known, what to look at, and what to do next', () => {
    expect(out.told).toContain('12 Anwendungsfälle aus fixtures/import/inventar.csv übernommen');
    expect(out.told).toMatch(/Status → lifecycle\.stage +10 von 12\n/);
    expect(out.told).toMatch(/inventar\.csv:4:147 \(2 ×, zuerst hier\) »keine«/);
    expect(out.told).toContain('Es wurde nichts geraten.');
    expect(out.told).toContain('kompass check ');
  });
});

describe('files', () => {
  test('are never written over: nothing is written at all', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'l.csv'), 'Name\na\nb');
    writeFileSync(join(folder, 'm.yaml'), head);
    mkdirSync(join(folder, 'l'));
    writeFileSync(join(folder, 'l', 'b.yaml'), 'mine');
    const { code, err } = await kompass(['import', 'l.csv', '--map', 'm.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(`“${join('l', 'b.yaml')}” exists already.`);
    expect(readdirSync(join(folder, 'l'))).toEqual(['b.yaml']);
    expect(readFileSync(join(folder, 'l', 'b.yaml'), 'utf8')).toBe('mine');
  });

  test.each(['l.csv', 'l.csv/uses'])('go into no folder whose name is that of a file (%s)', async (folder) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'l.csv'), 'Name\na\n');
    writeFileSync(join(cwd, 'm.yaml'), head);
    const ran = await kompass(['import', 'l.csv', '--map', 'm.yaml', '-o', folder, '--lang', 'en'], { cwd });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(`“${folder}” cannot be written (ENOTDIR).`);
    expect(readdirSync(cwd)).toEqual(['l.csv', 'm.yaml']);
  });

  test('are all written or none: one record that is wrong keeps back the others', async () => {
    const { code, files, err } = await run('Name;X\na;1\n;2\nc;3\n', head);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain('list.csv:3:1 “Name” is empty here');
  });

  test('are only told with --dry-run', async () => {
    const { code, files, out } = await run('Name\na', head, ['--dry-run']);
    expect({ code, files }).toEqual({ code: 0, files: [] });
    expect(out).toContain('One use case would be taken over from list.csv');
    expect(out).not.toContain('kompass check');
  });

  test('have ids that stay below the folder, and are told apart', async () => {
    const { code, files } = await run('Name;Nr\n../../etc/passwd;\nC:\\x;\n../../etc/passwd;\n中;\nNull;\n', head);
    expect({ code, files }).toEqual({
      code: 0,
      files: ['c-x.yaml', 'etc-passwd-2.yaml', 'etc-passwd.yaml', 'null.yaml', 'use-case.yaml'],
    });
  });

  test.each([
    ['Name;Nr\na;7\nb;7', 'list.csv:3:3 “ki-7” exists already, in list.csv:2:3.'],
    ['Name;Nr\na;../', 'list.csv:2:3 “../” cannot be an id.'],
  ])('whose ids cannot be are refused: %#', async (list, sentence) => {
    const { code, err, files } = await run(list, `${head}id: { from: Nr, prefix: ki- }\n`);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain(sentence);
  });

  test('contradicting themselves are told at the record', async () => {
    const facts =
      'facts:\n  lifecycle.start: { from: X, date: dd.mm.yyyy }\n  lifecycle.end: { from: Y, date: dd.mm.yyyy }\n';
    const { code, err, files } = await run('Name;X;Y\na;;\nb;1.1.2027;1.1.2026', head + facts);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain('list.csv:3:1 The end (2026-01-01) lies before the start');
  });
});

describe('text from a list', () => {
  const mapping = valueOf(
    readMapping(
      `${head}purpose: Z\nowner: { unit: Z }\nkeep: [Z]\nfacts: { system.infers: { from: Z, values: { zz: yes } } }\n`,
      'map.yaml',
      catalogue,
    ),
  );

  test('stays text, whatever it holds: it can neither leave its place nor become an answer', () => {
    const nasty = fc.constantFrom(
      '#',
      ': ',
      '\n',
      '\r\n',
      '---\n',
      '"',
      "'",
      '{',
      '}',
      '[',
      '&a',
      '*a',
      '!!x',
      '%YAML 1.1\n',
      '\u2028',
      '\u0085',
      '\u0000',
      '\u001B[31m',
      '\u202E',
      '\\',
      'yes',
      'null',
      '~',
      '<<',
      '\uFEFF',
      'measures:\n  dpia: yes\n',
      '..',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(nasty, fc.string()), { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (title, purpose) => {
        fc.pre(title.trim() !== '');
        const list = JSON.stringify([{ Name: title, Z: purpose }]);
        const [entry] = valueOf(importList(new TextEncoder().encode(list), 'a.json', mapping)).entries;
        if (entry === undefined) throw new Error('no entry');
        const written = fileText(entry, 'a.yaml', [], { book, language: 'en', source: null });
        const use = readText('a.yaml', Buffer.from(written, 'utf8').toString('utf8'));
        expect(use.title).toBe(oneLine(title));
        expect(use.purpose ?? '').toBe(purpose.trim().normalize('NFC'));
        expect(use.owner.unit ?? '').toBe(oneLine(purpose));
        expect(use.answers.size).toBe(0);
        expect(use.waivers).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('of our own CSV comes without the mark before formulas', async () => {
    const { file } = await run("Name;Z\na;'=1+1", `${head}purpose: Z\n`);
    expect(file('a').purpose).toBe('=1+1');
  });
});

describe('formats', () => {
  test('Windows-1252 is read when the mapping says so, and said to be needed when not', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'l.csv'),
      Buffer.from('Name;Amt\r\nB\u00FCrgerbot;B\u00FCrgeramt \u0096 Mitte\r\n', 'latin1'),
    );
    writeFileSync(join(folder, 'bad.yaml'), `${head}owner: { unit: Amt }\n`);
    writeFileSync(join(folder, 'good.yaml'), `${head}owner: { unit: Amt }\nformat: { encoding: windows-1252 }\n`);
    const refused = await kompass(['import', 'l.csv', '--map', 'bad.yaml', '--lang', 'de'], { cwd: folder });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('format: { encoding: windows-1252 }');
    await kompass(['import', 'l.csv', '--map', 'good.yaml'], { cwd: folder });
    expect(read(join(folder, 'l'), 'buergerbot')).toMatchObject({
      title: 'Bürgerbot',
      owner: { unit: 'Bürgeramt – Mitte' },
    });
  });

  test('the Unicode text of Excel is known by its mark', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'l.txt'), Buffer.from('\uFEFFName\tAmt\r\nBürgerbot\tAmt 1\r\n', 'utf16le'));
    writeFileSync(join(folder, 'm.yaml'), `${head}owner: { unit: Amt }\n`);
    const { code } = await kompass(['import', 'l.txt', '--map', 'm.yaml'], { cwd: folder });
    expect(code).toBe(0);
    expect(read(join(folder, 'l'), 'buergerbot').owner.unit).toBe('Amt 1');
  });

  const facts =
    "facts: { screening.outputs: { from: tech.outputs, values: { text: text } }, system.infers: { from: tech.ai, values: { 'true': yes, 'false': no } } }\n";

  test('JSON is an array of objects, also further inside; objects within and lists are columns', async () => {
    const list = JSON.stringify(
      {
        data: {
          items: [
            { Name: 'a', tech: { ai: true, outputs: ['text'] } },
            { Name: 'b', tech: null },
          ],
        },
      },
      null,
      2,
    );
    const ran = await run(list, `${head}format: { records: data.items }\n${facts}`, [], 'list.json');
    expect(ran.code).toBe(0);
    expect(said(ran.file('a').answers.get(idOf('system.infers')))).toBe('yes');
    expect(said(ran.file('a').answers.get(idOf('screening.outputs')))).toMatch(/(^| )text( |$)/);
    expect(said(ran.file('b').answers.get(idOf('system.infers')))).toBe('open');
    expect(ran.file('a').answers.get(idOf('system.infers'))?.note).toBe('tech.ai: true (list.json, line 7)');
  });

  test('a line each is NDJSON', async () => {
    const { code, files } = await run('{"Name":"a"}\n\n{"Name":"b"}\n', head, [], 'list.ndjson');
    expect({ code, files }).toEqual({ code: 0, files: ['a.yaml', 'b.yaml'] });
  });

  test.each([
    ['list.json', '[{"Name":"a"},\n {"Name" "b"}]', 'list.json:2:'],
    ['list.json', '{"Name":"a"}', 'Expected is an array of objects'],
    ['list.json', '[{"Name":"a"}, 7]', 'list.json:1:16 Expected is an array of objects'],
    ['list.json', `${'['.repeat(200)}${']'.repeat(200)}`, 'More than 32 levels'],
    ['list.json', '[]', 'The list has no records.'],
    ['list.xlsx', 'Name', 'It has to end with .csv'],
    ['list.csv', 'Namen;B\na;b', 'map.yaml:2:8 The list has no column “Name”. Did you mean “Namen”?'],
    ['list.csv', 'Name;Name\na;b', 'The list has several columns named “Name”.'],
  ])('what cannot be read is refused with its place: %s %#', async (name, list, sentence) => {
    const { code, err, files } = await run(list, head, [], name);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain(sentence);
  });

  test('what the mapping does not name is told once', async () => {
    const { out } = await run('Name;A;B;\na;1;2;3', head);
    expect(out).toContain('Columns that the mapping does not name were not taken over: A, B.');
    expect(out).toContain('One column without a name was not taken over.');
  });

  test('thousands of records take seconds', async () => {
    const records = Array.from({ length: 2_000 }, (_, index) => ({
      Name: `Use ${index}`,
      X: index % 2 ? 'ja' : 'weiß nicht',
    }));
    const start = performance.now();
    const { code, files, out } = await run(
      records.map((record) => JSON.stringify(record)).join('\n'),
      `${head}facts: { system.infers: { from: X, values: { ja: yes } } }\n`,
      [],
      'list.ndjson',
    );
    expect({ code, files: files.length }).toEqual({ code: 0, files: 2_000 });
    expect(out).toContain('(1000 ×, first here)');
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);
});

describe('a mapping', () => {
  test.each([
    ['kompass-import: 2\ntitle: Name\n', ':1:17 “kompass-import” cannot be “2”.'],
    ['title: Name\n', '“kompass-import” is missing.'],
    ['kompass-import: 1\n', '“title” is missing.'],
    [`${head}tittle: Name\n`, ':3:1 The key “tittle” is unknown. Did you mean “title”?'],
    [`${head}facts: { lifecycle.stge: X }\n`, 'Did you mean “lifecycle.stage”?'],
    [`${head}facts: { lifecycle.stage: X }\n`, '“values” is missing.'],
    [
      `${head}facts: { lifecycle.stage: { from: X, values: { a: ideea } } }\n`,
      'has no option “ideea”. Did you mean “idea”?',
    ],
    [`${head}facts: { lifecycle.start: { from: X, date: dd.mm.yy } }\n`, 'Did you mean “dd.mm.yyyy”?'],
    [`${head}facts: { lifecycle.start: { from: X, date: yyyy } }\n`, '“date” cannot be “yyyy”.'],
    [`${head}format: { encoding: ansi }\n`, '“encoding” cannot be “ansi”. Possible: “utf-8”, “windows-1252”'],
    [`${head}format: { delimiter: ':' }\n`, '“delimiter” cannot be “:”.'],
    [`${head}source: { by: IT }\n`, '“on” is missing.'],
    [`${head}product: { supplier: X }\n`, '“name” is missing.'],
    [`${head}id: { from: X, prefix: ../ }\n`, '“../” cannot be an id.'],
  ])('with a mistake is refused at its place: %#', async (mapping, sentence) => {
    const { code, err, files } = await run('Name;X\na;b', mapping);
    expect({ code, files }).toEqual({ code: 2, files: [] });
    expect(err).toContain('map.yaml:');
    expect(err).toContain(sentence);
  });

  test('that does not exist is said to be neither file nor built in', async () => {
    const { code, err } = await kompass(['import', 'fixtures/import/inventar.csv', '--map', 'algoritm-register']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean “algorithm-register”?');
    const german = await kompass(['import', 'a.csv', '--lang', 'de']);
    expect(german).toMatchObject({ code: 2, err: 'Es fehlt: --map.\nHilfe: kompass --help\n' });
  });
});
