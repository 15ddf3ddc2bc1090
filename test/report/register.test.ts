import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/compile.ts';
import { registerRow } from '../../src/assess/register.ts';
import { readBuiltBook } from '../../src/files/book.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Register } from '../../src/model/register.ts';
import { type RegisterFormat, registerReporters } from '../../src/report/register/reporter.ts';
import { fixtures } from '../support/fixtures.ts';
import { town } from '../support/register.ts';
import { kompass } from '../support/world.ts';

const golden = 'test/golden/register';
/** `UPDATE=1 npx vitest run test/report/register.test.ts` writes the files anew; read them before they are committed. */
const updating = process.env['UPDATE'] === '1';
const read = [
  ['whole', 'de'],
  ['whole', 'en'],
  ['public', 'de'],
  ['public', 'en'],
] as const;

describe('the register of a town is told as was read and found good', () => {
  test.each(read)('%s in %s', async (which, language) => {
    const file = join(golden, `${which}.${language}.txt`);
    const more = which === 'public' ? ['--public'] : [];
    const { out } = await kompass(['register', '.', '--as-of', '2026-11-24', '--lang', language, ...more], {
      cwd: town(),
    });
    mkdirSync(golden, { recursive: true });
    if (updating) writeFileSync(file, out);
    expect(existsSync(file), `${file} is missing: read the register, then write it with UPDATE=1`).toBe(true);
    expect(out).toBe(readFileSync(file, 'utf8'));
  });

  test('and none is left over', () => {
    expect(readdirSync(golden).toSorted()).toEqual(read.map((parts) => `${parts.join('.')}.txt`).toSorted());
  });
});

const compiled = compile(readBuiltBook(pathToFileURL('dist/rules.json')));
const found = fixtures(compiled).find(({ useCase }) => useCase.id === 'bewerber-vorauswahl');
if (found === undefined) throw new Error('The fixture with a plan is gone.');
const { useCase, asOf } = found;
const at = { file: 'a.yaml', line: 1, column: 1 };

/** A register with this text wherever somebody writes. */
function registerWith(text: string): Register {
  const row = registerRow(
    {
      ...useCase,
      title: text,
      purpose: text,
      file: text,
      owner: { unit: text, role: text },
      product: { name: text, supplier: text, version: text },
      register: { on: asOf, entry: text, at },
      events: [{ on: asOf, kind: 'incident', text, at }],
      profile: text,
    },
    compiled,
    asOf,
  );
  const other = { ...row, id: 'other' as typeof row.id };
  const due = row.due.map((item) => ({ ...item, by: item.by === null ? null : text, profile: text }));
  const problem: Problem = {
    code: 'unknown-key',
    at: { file: text, line: 3, column: 1 },
    params: { key: text, near: text, known: [text] },
  };
  return { asOf, rows: [{ ...row, due }, other], unread: [{ file: text, problems: [problem] }], problems: [problem] };
}

async function reportOf(format: RegisterFormat, text: string, isPublic = false): Promise<string> {
  const reporter = await registerReporters[format]();
  const run = { compiled, language: 'de', asOf, isPublic, colour: false, width: 80 } as const;
  return [...reporter(registerWith(text), run)].join('');
}

const unseen = /(?!\n)[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\t',
        '\0',
        '\u001B[2J',
        '\u2028',
        '\u202E',
        '\uFFFE',
        '\uD800',
        '\n::error::',
        '##[group]',
        '<script>alert(1)</script>',
        '</style>',
        '"/><a href="javascript:1">',
        '&amp;',
        '=cmd|a!A1',
        ';"',
        '${1}',
      ),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const runs = { numRuns: 30 };

describe.each([false, true])('whatever somebody writes into a file (public: %s)', (isPublic) => {
  test('the terminal is not steered, and no line begins a command of a build server', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const out = await reportOf('terminal', text, isPublic);
        expect(out).not.toMatch(unseen);
        expect(out).not.toMatch(/^\s*(?:::|##)/m);
      }),
      runs,
    );
  });

  test('JSON stays JSON, with the title as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const value: { useCases: { title: string }[] } = JSON.parse(await reportOf('json', text, isPublic));
        expect(value.useCases.map(({ title }) => title)).toEqual([text, text]);
      }),
      runs,
    );
  });

  test('no cell for spreadsheets becomes a formula, and the columns stay', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const out = await reportOf('csv', text, isPublic);
        const rows = out
          .slice(1)
          .replaceAll(/"(?:[^"]|"")*"/g, 'x')
          .trimEnd()
          .split('\r\n');
        const widths = rows.slice(0, 3).map((row) => row.split(';').length);
        expect(new Set(widths).size).toBe(1);
        for (const row of rows) for (const cell of row.split(';')) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      runs,
    );
  });

  test('the page has the elements that we write and no other', async () => {
    const plain = tagsOf(await reportOf('html', 'a', isPublic));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(new Set(tagsOf(await reportOf('html', text, isPublic)))).toEqual(new Set(plain));
      }),
      runs,
    );
  });
});

const tagsOf = (page: string): readonly string[] => page.match(/<\/?[a-z!]\w*/gi) ?? [];
