import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { printPage } from '../../src/files/chromium.ts';
import { fakeBrowser, writes } from '../support/browser.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const browser = '/usr/bin/chromium';
const day = ['--as-of', '2026-11-24'];
const path = { PATH: process.env['PATH'] };

/** Words are divided at the ends of lines. */
const plain = (given: string): string => given.replaceAll(/[\s-]/g, '');

// A machine without a browser cannot print; CI installs one.
describe.skipIf(!existsSync(browser))('the report as PDF', () => {
  test.each([
    ['de', 'bewerber-vorauswahl', 'Vorauswahl von Bewerbungen', 'Woraus sich die Einstufung ergibt'],
    ['en', 'buerger-chatbot', 'Chatbot für Bürgeranfragen', 'What gives the tier'],
  ])(
    '%s %s: says what the page says, with title, language, tags and outline',
    async (lang, name, title, heading) => {
      const cwd = temporaryFolder();
      const pdf = join(cwd, 'report.pdf');
      const page = join(cwd, 'report.html');
      const input = [`fixtures/use-cases/${name}.yaml`, ...day, '--lang', lang];
      const { err } = await kompass(['check', ...input, '-f', `pdf=${pdf}`, '-f', `html=${page}`], { env: path });
      expect(err).toBe('');
      const document = await getDocumentProxy(new Uint8Array(readFileSync(pdf)));
      const { info } = await getMeta(document);
      expect(info).toMatchObject({ Title: expect.stringContaining(title), Language: lang });
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      const outline = await document.getOutline();
      expect(JSON.stringify(outline)).toContain(heading);
      const { text } = await extractText(document, { mergePages: true });
      const printed = plain(text);
      const headings = [...readFileSync(page, 'utf8').matchAll(/<h[123]>(?:<bdi>)?([^<&]*)/g)].map(
        ([, one]) => one ?? '',
      );
      expect(headings.length).toBeGreaterThan(30);
      expect(headings.filter((one) => !printed.includes(plain(one)))).toEqual([]);
    },
    60_000,
  );

  test('hostile text is printed as it stands', async () => {
    const cwd = temporaryFolder();
    const text = '<img src=x onerror=alert(1)><script>1</script>';
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a').replace('title: Fall a', `title: ${JSON.stringify(text)}`));
    await kompass(['check', 'a.yaml', '-f', 'pdf', '-o', 'a.pdf'], { cwd, env: path });
    const document = await getDocumentProxy(new Uint8Array(readFileSync(join(cwd, 'a.pdf'))));
    expect((await extractText(document, { mergePages: true })).text).toContain(text);
  }, 60_000);
});

/** The check of a bare use case into `a.pdf` and `a.sarif`, with this environment. */
async function checkBare(env: Readonly<Record<string, string>>, lang = 'en') {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
  const argv = ['check', 'a.yaml', ...day, '-f', 'pdf=a.pdf', '-f', 'sarif=a.sarif', '--lang', lang];
  const ran = await kompass(argv, { cwd, env });
  return { ...ran, left: readdirSync(cwd), cwd };
}

describe('a PDF that cannot be printed', () => {
  test.each([
    ['de', 'Hier ist keiner zu finden'],
    ['en', 'none is found here'],
  ])('for want of a browser: it says so, checks nothing and writes no file (%s)', async (lang, sentence) => {
    const { code, out, err, left } = await checkBare({ PATH: temporaryFolder() }, lang);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(left).toEqual(['a.yaml']);
  });

  test('a browser that CHROME_PATH names is the only one that is looked for', async () => {
    const { code, err } = await checkBare({ PATH: fakeBrowser('exit 0'), CHROME_PATH: '/nowhere/chrome' });
    expect(code).toBe(2);
    expect(err).toContain('“/nowhere/chrome” that CHROME_PATH names does not exist');
  });

  test('a browser of the working folder is never run', async () => {
    const folder = fakeBrowser('exit 0');
    const { err } = await checkBare({ PATH: ['.', 'bin', ''].join(delimiter) });
    expect(err).toContain('none is found here');
    expect(readdirSync(folder)).toEqual(['chromium']);
  });

  test.each([
    ['that fails', 'echo "No usable sandbox" >&2; exit 1', 'printed no PDF (No usable sandbox)'],
    ['that prints nothing and ends well', 'exit 0', 'printed no PDF.'],
    ['that writes something else', writes('no'), 'printed no PDF.'],
  ])('a browser %s: exit 2, and no file is written', async (_, script, sentence) => {
    const { code, err, left } = await checkBare({ PATH: `${fakeBrowser(script)}${delimiter}/usr/bin${delimiter}/bin` });
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(left).toEqual(['a.yaml']);
  });

  test('the browser sees neither our environment nor our home, and its folder is gone afterwards', async () => {
    const seen = join(temporaryFolder(), 'seen');
    const folder = fakeBrowser(`{ env; echo "ARGS $@"; } > '${seen}'`);
    await checkBare({
      PATH: `${folder}${delimiter}/usr/bin`,
      HOME: '/home/someone',
      TOKEN: 'secret',
      CHROMIUM_FLAGS: '--x',
    });
    const text = readFileSync(seen, 'utf8');
    expect(text).not.toMatch(/secret|someone|CHROMIUM_FLAGS/);
    expect(text).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    const [, home = ''] = /^HOME=(.*)$/m.exec(text) ?? [];
    expect(home).toContain('kompass-pdf-');
    expect(text).toContain(`--user-data-dir=${home}`);
    expect(existsSync(home)).toBe(false);
  });

  test('a browser that never ends is ended', async () => {
    const folder = fakeBrowser('exec sleep 60');
    const env = { PATH: `${folder}${delimiter}/usr/bin${delimiter}/bin` };
    const printed = await printPage('<p>a</p>', join(folder, 'chromium'), env, 300);
    expect(printed).toMatchObject({ ok: false, problems: [{ code: 'pdf', params: { why: 'too-slow' } }] });
  });

  test.each(['pdf', 'docx'])('%s is not written to a terminal', async (format) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
    const { code, out, err } = await kompass(['check', 'a.yaml', '-f', format, '--lang', 'en'], {
      cwd,
      env: path,
      columns: 80,
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`-f ${format}=FILE`);
  });
});
