import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const chatbot = 'fixtures/use-cases/buerger-chatbot.yaml';

describe('kompass document', () => {
  test.each([
    ['de', 'Datenschutz-Folgenabschätzung (Entwurf)', 'Was noch zu schreiben und zu entscheiden ist'],
    ['en', 'Data protection impact assessment (draft)', 'What is still to be written and decided'],
  ])('writes a draft with the list of what is open (%s)', async (lang, title, list) => {
    const { code, out, err } = await kompass(['document', 'dpia', chatbot, '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`# ${title}`);
    expect(out).toContain(list);
  });

  test('writes Word where the name ends so, the same bytes each time, and tells how much is open', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
    const first = await kompass(['document', 'dpia', 'a.yaml', '-o', 'a.docx', '--lang', 'en'], { cwd });
    await kompass(['document', 'dpia', 'a.yaml', '-o', 'b.docx', '--lang', 'en'], { cwd });
    expect(first.code).toBe(0);
    expect(first.out).toMatch(
      /^Data protection impact assessment: draft written to a\.docx\. \d+ points are still open/,
    );
    const [a, b] = [readFileSync(join(cwd, 'a.docx')), readFileSync(join(cwd, 'b.docx'))];
    expect(a.equals(b)).toBe(true);
    const { 'word/document.xml': part = new Uint8Array() } = unzipSync(a);
    expect(strFromU8(part)).toContain('What is still to be written and decided');
  });

  test.each([
    ['document', 'dpia', 'a.yaml'],
    ['clauses', 'a.yaml'],
    ['ask', 'a.yaml', '--for', 'supplier'],
    ['register', 'a.yaml', '--report', '2026'],
  ])('writes no Markdown under a name that promises something else (%s)', async (...argv) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), bareUseCase('a'));
    writeFileSync(join(cwd, 'answers.yaml'), 'mine');
    for (const name of ['a.pdf', 'a.odt', 'answers.yaml']) {
      const { code, out, err } = await kompass([...argv, '-o', name, '--lang', 'en'], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`This paper cannot be written as “${name}”. Possible endings: “.docx”, “.md”.`);
    }
    expect(readdirSync(cwd).toSorted()).toEqual(['a.yaml', 'answers.yaml']);
    expect(readFileSync(join(cwd, 'answers.yaml'), 'utf8')).toBe('mine');
  });

  test('names the papers in its help, and the nearest one where there is no such paper', async () => {
    const help = await kompass(['document', '--help', '--lang', 'en']);
    expect(help.out).toMatch(/^ {2}dpia +Data protection impact assessment$/m);
    const { code, out, err } = await kompass(['document', 'dpa', chatbot, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('“kind” cannot be “dpa”.');
    expect(err).toContain('dpia');
  });

  test.each([
    ['an unreadable file', 'title: [', 'a.md'],
    ['the use case itself as the output', null, 'a.yaml'],
  ])('%s: nothing is written, exit code 2', async (_, text, output) => {
    const cwd = temporaryFolder();
    const before = text ?? bareUseCase('a');
    writeFileSync(join(cwd, 'a.yaml'), before);
    const { code } = await kompass(['document', 'dpia', 'a.yaml', '-o', output], { cwd });
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(before);
  });

  test('Word is not written onto a terminal', async () => {
    const { code, out } = await kompass(['document', 'dpia', chatbot, '-f', 'docx'], { columns: 80 });
    expect([code, out]).toEqual([2, '']);
  });

  test('looks from the day that is named, and says which', async () => {
    const { out } = await kompass(['document', 'dpia', chatbot, '--as-of', '2027-03-01', '--lang', 'de']);
    expect(out).toContain('**Stand:** 01.03.2027');
  });
});
