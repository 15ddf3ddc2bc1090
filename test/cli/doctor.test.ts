import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { type Settings, kompass, temporaryFolder } from '../support/world.ts';

const terminal = { columns: 80, stdin: { isTTY: true } } as const;

async function doctor(argv: readonly string[] = [], settings: Settings = {}) {
  const ran = await kompass(['doctor', ...argv], { ...terminal, cwd: temporaryFolder(), ...settings });
  expect(ran.err).toBe('');
  // A paragraph without its margin, so that a sentence can be looked for across lines.
  return { ...ran, text: ran.out.replaceAll(/\s+/g, ' ') };
}

describe('kompass doctor', () => {
  test('finds nothing to mend in a good place, in both languages', async () => {
    const [german, english] = [await doctor(['--lang', 'de']), await doctor(['--lang', 'en'])];
    expect([german.code, english.code]).toEqual([0, 0]);
    expect(german.text).toContain('Alles in Ordnung.');
    expect(english.text).toContain('All is well.');
    expect(english.text).toMatch(/Program ki-kompass \d+\.\d+\.\d+/);
    const lines = german.out.split('\n').filter((line) => /[a-zäöü]{4}/.test(line));
    expect(lines.filter((line) => english.out.split('\n').includes(line))).toEqual([]);
  });

  test('lists every pack with its version, its days and the next of them', async () => {
    const { text } = await doctor(['--lang', 'en']);
    for (const pack of ['ai-act', 'gdpr', 'german-law', 'municipal', 'non-discrimination', 'transparency'])
      expect(text).toMatch(new RegExp(`${pack} \\d+\\.\\d+\\.\\d+: \\d+ rules`));
    expect(text).toMatch(
      /ai-act \S+ \d+ rules Days that count: \d{4}-\d\d-\d\d to 20\d\d-\d\d-\d\d Next day .*: 2026-12-02/,
    );
    expect(text).toMatch(/\d+ questions, versions 2026-07 to 2026-11/);
  });

  test.each([
    ['18.19.0', 'FEHLER Node.js 18.19.0', 2],
    ['20.18.3', 'Installieren Sie Node.js 20.19 oder neuer.', 2],
    ['20.19.0', 'gut Node.js 20.19.0', 0],
    ['24.0.0', 'gut Node.js 24.0.0', 0],
  ])('says whether Node.js %s will do', async (node, expected, code) => {
    const ran = await doctor(['--lang', 'de'], { node });
    expect(ran.code).toBe(code);
    expect(ran.text).toContain(expected);
  });

  test('says which browser would print a PDF, and that none is no fault', async () => {
    const path = process.execPath;
    const [there, gone] = [
      await doctor(['--lang', 'en'], { env: { CHROME_PATH: path } }),
      await doctor(['--lang', 'de'], { env: { CHROME_PATH: '/nowhere/chromium' } }),
    ];
    expect(there.text).toContain(`good Browser ${path}`);
    expect(gone.text).toContain('Hinweis Browser kein Chromium, Chrome oder Edge gefunden');
    expect(gone.code).toBe(0);
  });

  test('names the profile that a use case here would have, and what it chooses', async () => {
    const cwd = 'fixtures/use-cases';
    const ran = await doctor(['--lang', 'en'], { cwd: join(import.meta.dirname, '../..', cwd, 'andere-stellen') });
    expect(ran.text).toMatch(/good Profile \S*kompass-profile\.yaml can be read/);
    const own = await doctor(['--lang', 'en'], { cwd: join(import.meta.dirname, '../..', cwd) });
    expect(own.text).toContain('It chooses house rules: municipal.');
  });

  test('says what is wrong with the profile, with its place', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'kompass-profile.yaml'), 'kompass: 1\nprofile: Stadt\npacks: [munizipal]\n');
    mkdirSync(join(cwd, 'uses'));
    const ran = await doctor(['--lang', 'de'], { cwd: join(cwd, 'uses') });
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('FEHLER Profil ../kompass-profile.yaml lässt sich nicht verwenden');
    expect(ran.text).toContain('../kompass-profile.yaml:3:9');
    expect(ran.text).toContain('municipal');
    expect(ran.text).toContain('Ein Punkt ist zu beheben.');
  });

  test('a profile that is named and not there is to be mended', async () => {
    const ran = await doctor(['--profile', 'gone.yaml', '--lang', 'en']);
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.text).toContain('WRONG Profile gone.yaml cannot be used');
  });

  test('looks at the rules of an organisation, good and broken', async () => {
    const cwd = join(import.meta.dirname, '../..');
    const good = await doctor(['--rules', 'fixtures/organisation', '--lang', 'en'], { cwd });
    expect(good.code).toBe(0);
    expect(good.text).toMatch(/good Own rules lindenhausen \d\S+ one rule/);
    const broken = await doctor(['--rules', 'fixtures/broken/organisation/not-raised', '--lang', 'en'], { cwd });
    expect(broken.code).toBe(2);
    expect(broken.text).toContain('WRONG Own rules fixtures/broken/organisation/not-raised cannot be used');
    expect(broken.text).toContain('severities.yaml:');
  });

  test.each([
    [{}, [], 'English, since nothing says otherwise', 0],
    [{ LANG: 'de_DE.UTF-8' }, [], 'Deutsch, wegen LANG', 0],
    [{ LC_ALL: 'de_DE', LANG: 'en_US' }, [], 'Deutsch, wegen LC_ALL', 0],
    [{ KOMPASS_LANG: 'en', LANG: 'de_DE' }, [], 'English, because of KOMPASS_LANG', 0],
    [{ KOMPASS_LANG: 'en' }, ['--lang', 'de'], 'Deutsch, wegen --lang', 0],
    [{ KOMPASS_LANG: 'fr', LANG: 'de_DE' }, [], 'KOMPASS_LANG ist »fr«. Möglich: de, en.', 2],
  ])('says where the language comes from: %j %j', async (env, argv, expected, code) => {
    const ran = await doctor(argv, { env });
    expect(ran.code).toBe(code);
    expect(ran.text).toContain(expected);
  });

  test('describes the terminal, and that nothing can be asked without one', async () => {
    expect((await doctor(['--lang', 'de'])).text).toContain('80 Spalten, farbig, Fragen sind möglich');
    const plain = await doctor(['--lang', 'de'], { env: { NO_COLOR: '1' } });
    expect(plain.text).toContain('80 Spalten, ohne Farbe');
    const { code, out } = await kompass(['doctor', '--lang', 'en'], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    expect(out).toMatch(/^note +Terminal +none/m);
  });

  test('tells of a folder that cannot be written to, and leaves nothing in one that can', async () => {
    // Even root cannot write there; for others a folder without rights is enough.
    const closed = temporaryFolder();
    chmodSync(closed, 0o555);
    const cwd = process.getuid?.() === 0 ? '/proc' : closed;
    const ran = await doctor(['--lang', 'de'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.text).toContain(`FEHLER Ordner ${cwd} darf nicht beschrieben werden Wechseln Sie in einen Ordner`);
    const open = temporaryFolder();
    expect((await doctor([], { cwd: open })).code).toBe(0);
    expect(readdirSync(open)).toEqual([]);
  });

  test('tells of damaged rules instead of failing, and of all else that is wrong', async () => {
    const rules = new URL('file:///nowhere/rules.json');
    const ran = await doctor(['--lang', 'en'], { rules, node: '16.0.0' });
    expect(ran.code).toBe(2);
    expect(ran.text).toContain('WRONG Packs The built-in rules cannot be read. Install kompass again.');
    expect(ran.text).toContain('2 things are to be mended.');
  });

  test('keeps to the width, and shows controls in foreign text', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'kompass-profile.yaml'), 'kompass: 1\nprofile: "Stadt \\e[31mrot"\n');
    for (const columns of [40, 80, 100])
      for (const lang of ['de', 'en']) {
        const { out } = await doctor(['--lang', lang], { cwd, columns });
        expect(out.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
        expect(out).not.toContain('\u001B');
      }
  });
});
