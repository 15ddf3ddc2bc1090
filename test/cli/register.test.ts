import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { secrets, town } from '../support/register.ts';
import { useCaseFiles, useCaseFolder } from '../support/use-case-files.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const day = ['--as-of', '2026-11-24'];

const Whole = z.looseObject({
  public: z.boolean(),
  products: z.array(z.strictObject({ name: z.string(), useCases: z.array(z.string()) })),
  useCases: z.array(z.looseObject({ id: z.string() })),
  unread: z.union([z.number(), z.array(z.looseObject({ file: z.string() }))]),
});

async function jsonOf(args: readonly string[], cwd?: string) {
  const ran = await kompass(['register', ...args, '-f', 'json', ...day], cwd === undefined ? {} : { cwd });
  const value: unknown = JSON.parse(ran.out);
  return { ...ran, value, whole: Whole.parse(value) };
}

async function isValid(value: unknown): Promise<unknown> {
  const { out } = await kompass(['schema', 'register']);
  const valid = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(JSON.parse(out));
  return valid(value) ? null : valid.errors;
}

describe('kompass register', () => {
  test.each(['de', 'en'])('lists every use case of the fixtures, in %s, and is no gate', async (lang) => {
    const { code, out, err } = await kompass(['register', useCaseFolder, ...day, '--lang', lang]);
    // Two bodies of the fixtures name an example by the same id; none does.
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of useCaseFiles) {
      const title = /^title: (?<title>.*)$/m.exec(readFileSync(`${useCaseFolder}/${name}`, 'utf8'))?.groups?.['title'];
      expect(out.replaceAll(/\s+/g, ' ')).toContain(title);
    }
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('says of a file with a mistake and of an id that is taken that they could not be read; the others are listed', async () => {
    const cwd = town();
    const { code, out, err } = await kompass(['register', '.', ...day, '--lang', 'en'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('kaputt.yaml:3:1');
    expect(err).toContain('[duplicate-use-case]');
    expect(out).toContain('2 files could not be read. Their uses are missing in all figures.');
    expect(out).toMatch(/^COULD NOT BE READ\nkaputt\.yaml\n {2}\S[^]*^zweimal\.yaml\n/m);
    expect(out).toContain('Entwürfe für Pressemitteilungen');
  });

  test('a path where nothing is is told in the register, too', async () => {
    const args = ['register', `${useCaseFolder}/spamfilter.yaml`, 'missing/', ...day, '--lang', 'en'];
    const { code, out } = await kompass(args);
    expect(code).toBe(2);
    expect(out).toMatch(/MISTAKES IN THE INPUT\n.*missing/);
    expect((await kompass(['register', 'missing/', ...day])).code).toBe(2);
  });

  test('JSON keeps its promise, whole and public', async () => {
    const cwd = town();
    for (const args of [['.'], ['.', '--public']]) {
      const { value } = await jsonOf(args, cwd);
      expect(await isValid(value)).toBe(null);
    }
    const { value } = await jsonOf([useCaseFolder]);
    expect(await isValid(value)).toBe(null);
    expect(await isValid(JSON.parse(JSON.stringify(value).replaceAll('"verdict":', '"verdikt":')))).not.toBe(null);
  });

  test('uses of one product stand together, and the JSON names them', async () => {
    const { whole } = await jsonOf(['.'], town());
    expect(whole.products).toEqual([{ name: 'Textwerk', useCases: ['pressetexte', 'mitarbeiter-assistent'] }]);
    const ids = whole.useCases.map(({ id }) => id);
    expect(ids.indexOf('mitarbeiter-assistent') - ids.indexOf('pressetexte')).toBe(1);
  });

  test('the table for spreadsheets has a line for each use and for each file that could not be read', async () => {
    const cwd = town();
    const { out } = await kompass(['register', '.', ...day, '-f', 'csv', '--lang', 'de'], { cwd });
    expect(out.startsWith('\uFEFFAnwendungsfall;')).toBe(true);
    const rows = out
      .replaceAll(/"(?:[^"]|"")*"/g, '"…"')
      .trimEnd()
      .split('\r\n');
    expect(rows).toHaveLength(1 + 6 + 2);
    expect(new Set(rows.map((row) => row.split(';').length)).size).toBe(1);
    expect(rows.at(-1)).toMatch(/^Konnte nicht gelesen werden;.*;zweimal\.yaml$/);
  });

  test('gives the same bytes again, whatever the order in which files are named', async () => {
    const cwd = town();
    const files = ['pressetexte.yaml', 'spamfilter.yaml', 'nur-kopf.yaml', 'mitarbeiter-assistent.yaml'];
    const run = async (names: readonly string[]) =>
      (await kompass(['register', ...names, ...day, '-f', 'html', '--lang', 'de'], { cwd })).out;
    expect(await run(files.toReversed())).toBe(await run(files));
  });

  test('writes a file whole, and never over what it reads', async () => {
    const cwd = town();
    const args = ['register', '.', ...day, '-f', 'html', '-o'];
    expect((await kompass([...args, 'register.html'], { cwd })).out).toBe('');
    expect(readFileSync(join(cwd, 'register.html'), 'utf8')).toMatch(/<\/html>\n$/);
    expect((await kompass([...args, 'spamfilter.yaml'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'spamfilter.yaml'), 'utf8')).toContain('id: spamfilter');
  });

  test('nothing is claimed of a use of which nothing is known', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
    const { out } = await kompass(['register', 'a.yaml', ...day, '--lang', 'en'], { cwd });
    expect(out).toContain('open: at least “outside the AI Act”, at most “prohibited');
    expect(out).toContain('1 open (at most prohibited practice)');
    const { out: page } = await kompass(['register', 'a.yaml', '--public', ...day, '--lang', 'en'], { cwd });
    expect(page).toContain('Nothing has been said about this.');
    expect(page).toMatch(/In use +not known/);
  });
});

describe('the public register', () => {
  test.each(['terminal', 'csv', 'json', 'html'])(
    '%s holds no name, no reason, no place and no product before its start',
    async (format) => {
      const cwd = town();
      const args = ['register', '.', ...day, '-f', format, '--lang', 'en'];
      const { out } = await kompass([...args, '--public'], { cwd });
      for (const secret of secrets) expect(out).not.toContain(secret);
      for (const told of ['Entwürfe für Pressemitteilungen', 'Textwerk AG', 'KI-0007', 'Pressestelle'])
        expect(out).toContain(told);
      // They are there to be found: the whole register names them.
      const { out: whole } = await kompass([...args.with(5, 'json'), '-o', 'whole.json'], { cwd });
      expect(whole).toBe('');
      const text = readFileSync(join(cwd, 'whole.json'), 'utf8');
      for (const secret of secrets.filter((one) => one !== 'BSI')) expect(text).toContain(secret);
    },
  );

  test('says that something is missing without saying which file', async () => {
    const { code, out, err } = await kompass(['register', '.', '--public', ...day, '--lang', 'en'], { cwd: town() });
    expect(code).toBe(2);
    expect(out).toContain('2 more uses could not be read and are missing here.');
    expect(out).not.toContain('kaputt');
    expect(err).toContain('kaputt.yaml:3:1');
  });

  test('reminds whoever publishes that titles and purposes are published as written, beside the page and not in it', async () => {
    const args = ['register', `${useCaseFolder}/spamfilter.yaml`, '--public', ...day, '--lang', 'de'];
    const { code, out, err } = await kompass(args);
    expect(code).toBe(0);
    expect(err).toContain('Bitte vor der Veröffentlichung lesen: Titel, Zweck');
    expect(out).not.toContain('Bitte vor der Veröffentlichung');
  });

  test('has for each use these keys and no other', async () => {
    const { whole } = await jsonOf(['.', '--public'], town());
    expect(new Set(whole.useCases.flatMap((use) => Object.keys(use)))).toEqual(
      new Set([
        'id',
        'title',
        'purpose',
        'unit',
        'product',
        'stage',
        'start',
        'ended',
        'tier',
        'informed',
        'approval',
        'register',
      ]),
    );
  });
});
