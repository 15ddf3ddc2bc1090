import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { town } from '../support/register.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const executablePath = '/usr/bin/chromium';
const hostile = `<img src=x onerror="document.title='gone'">&amp; "'\`\${1} </title><script>1</script> \u202Eedoc`;

/** What axe finds wrong; in the page its name is that of the package here. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ content: axe.source });
  // As text: what the test runner makes of a function does not run in the page.
  const ids = await page.evaluate<string>('axe.run().then(({ violations }) => violations.map(({ id }) => id).join())');
  return ids.split(',').filter((id) => id !== '');
};

// A machine without a browser cannot look at pages; CI installs one.
describe.skipIf(!existsSync(executablePath))('the HTML report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 60_000);
  afterAll(() => browser.close());

  /** The report in a page of this width, and what the page asked the network for. */
  async function open(args: readonly string[], width: number, cwd?: string, command = 'check') {
    const { out, code } = await kompass(
      [command, '-f', 'html', '--as-of', '2026-11-24', ...args],
      cwd === undefined ? {} : { cwd },
    );
    // A town has files with mistakes, and a register is no gate.
    expect(code).toBeLessThan(command === 'check' ? 2 : 3);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'report.html'), out);
    // Scripts of ours have to run in the page although its own policy forbids all.
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    return { page, asked, out };
  }

  test.each([
    ['de', 'bewerber-vorauswahl'],
    ['en', 'buerger-chatbot'],
    ['de', 'nur-kopf'],
  ])('%s %s: can be read by everybody, asks nobody for anything, and fits a telephone', async (language, name) => {
    const { page, asked, out } = await open([`fixtures/use-cases/${name}.yaml`, '--lang', language], 360);
    expect(await violations(page)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(out).not.toContain('<script');
  });

  test('shows hostile text as it is, and nothing of it is markup', async () => {
    const cwd = temporaryFolder();
    const text = JSON.stringify(hostile);
    writeFileSync(
      join(cwd, 'a.yaml'),
      bareUseCase('a').replace('title: Fall a', `title: ${text}\npurpose: ${text}\nowner: { unit: ${text} }`),
    );
    const { page } = await open(['a.yaml', '--lang', 'en'], 1000, cwd);
    expect(await page.locator('h1').textContent()).toBe(hostile);
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.title()).toContain('KI-Kompass');
    expect(await page.locator('dd', { hasText: 'Purpose:' }).textContent()).toContain(hostile);
  });

  test('several use cases stand on one page with an overview that leads to each', async () => {
    const { page, out } = await open(
      ['fixtures/use-cases/spamfilter.yaml', 'fixtures/use-cases/pressetexte.yaml', '--lang', 'de'],
      1000,
    );
    expect(await page.locator('article').count()).toBe(2);
    await page.locator('#overview a').last().click();
    expect(page.url()).toMatch(/#pressetexte$/);
    const again = await kompass([
      'check',
      '-f',
      'html',
      '--as-of',
      '2026-11-24',
      'fixtures/use-cases/spamfilter.yaml',
      'fixtures/use-cases/pressetexte.yaml',
      '--lang',
      'de',
    ]);
    expect(again.out).toBe(out);
  });

  test.each([
    ['de', []],
    ['en', ['--public']],
  ])(
    '%s register %j: can be read by everybody, asks nobody for anything, and fits a telephone',
    async (language, more) => {
      const { page, asked, out } = await open(['.', '--lang', language, ...more], 360, town(), 'register');
      expect(await violations(page)).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
      expect(out).not.toContain('<script');
      // Whoever cannot see a chart has the same figures in a table.
      expect(await page.locator('figure table').count()).toBe(await page.locator('svg[role=img]').count());
    },
  );

  test('the register shows hostile text as it is, and nothing of it is markup', async () => {
    const cwd = temporaryFolder();
    const text = JSON.stringify(hostile);
    const head = `title: ${text}\npurpose: ${text}\nowner: { unit: ${text} }\nproduct: { name: ${text} }`;
    for (const id of ['a', 'b'])
      writeFileSync(join(cwd, `${id}.yaml`), bareUseCase(id).replace(`title: Fall ${id}`, head));
    const { page } = await open(['.', '--lang', 'en'], 1000, cwd, 'register');
    expect(await page.locator('h2', { hasText: 'onerror' }).textContent()).toBe(hostile);
    expect(await page.locator('h4').allTextContents()).toEqual([hostile, hostile]);
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.title()).toBe('Register of AI use cases');
  });
});
