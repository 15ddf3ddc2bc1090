import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { compile } from '../../src/assess/compile.ts';
import { readBuiltBook } from '../../src/files/book.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { forMarkdown, forTerminal } from '../../src/report/escape.ts';
import { terminal } from '../../src/report/terminal.ts';
import { fixtures } from '../support/fixtures.ts';

const compiled = compile(readBuiltBook(pathToFileURL('dist/rules.json')));
const fixture = fixtures(compiled).find(({ useCase }) => useCase.id === 'wohngeld-vollstaendigkeit');
if (fixture === undefined) throw new Error('The fixture with two judgements is gone.');
const { useCase, asOf } = fixture;

/** The use case with this text wherever the report repeats what somebody wrote. */
function writtenBy(text: string): UseCase {
  const answers = [...useCase.answers].map(
    ([fact, given]) => [fact, given.type === 'judgement' ? { ...given, reason: text, note: text } : given] as const,
  );
  return {
    ...useCase,
    title: text,
    purpose: text,
    file: text,
    owner: { unit: text, role: text },
    answers: new Map(answers),
  };
}

function reportOf(text: string, { colour = false, quiet = false, width = 80 } = {}): string {
  const show = { quiet, verbose: true, met: true, open: true, waived: true, explain: false };
  const report = terminal({ compiled, language: 'de', asOf, files: 1, colour, width, show });
  return String(report.each(assess(writtenBy(text), compiled, asOf, null)));
}

/** What is no character of a text: controls, line breaks, marks that turn the reading direction. */
const unseen = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const ours = [1, 2, 22, 31, 32, 33, 39].map((code) => `\u001B[${code}m`);
const withoutOurs = (text: string): string => ours.reduce((rest, colour) => rest.replaceAll(colour, ''), text);

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\t',
      '\b',
      '\u0007',
      '\u001B[2J',
      '\u001B]0;title\u0007',
      '\u001BP',
      '\u009B31m',
      '\u0085',
      '\u2028',
      '\u202E',
      '\u2066',
      '\n::error::',
      '::add-mask::',
      '##[group]',
      '##vso[task]',
      'section_start:1:a\r\u001B[0K',
      ' ',
    ),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  ),
  { maxLength: 12 },
);

describe('whatever somebody writes into title, unit, file name or reason', () => {
  test('the report has no control characters but line ends and our own colours', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 40, max: 100 }),
        (parts, colour, quiet, width) => {
          const report = reportOf(parts.join(''), { colour, quiet, width });
          const rest = (colour ? withoutOurs(report) : report).replaceAll('\n', '');
          expect(rest).not.toMatch(unseen);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('no line begins with what a build server takes for a command, wherever it is wrapped', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 40, max: 100 }), (parts, width) => {
        for (const line of reportOf(parts.join(' '), { width }).split('\n')) expect(line).not.toMatch(/::|##/);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])('%j begins no new line', (end) => {
    const shown = forTerminal(end);
    expect(reportOf(`a${end}b`)).toBe(reportOf(`a${shown}b`));
    expect(shown).not.toMatch(unseen);
  });
});

test.each([40, 80])('a word without end is broken at %i columns and keeps all its letters', (width) => {
  const lines = reportOf('ä'.repeat(300), { width }).split('\n');
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  expect(lines.join('').match(/ä/g)?.length).toBeGreaterThan(600);
});

describe('text for the terminal', () => {
  test('is left as it is when there is nothing to hide', () => {
    for (const text of ['Straße, Nr. 5: »ä« – 10 % & <b> | `x`', 'a:b', '#1', '😀 日本語', ''])
      expect(forTerminal(text)).toBe(text);
  });

  test('shows what is hidden, so that nobody is deceived', () => {
    expect(forTerminal('a\u001B[31mb\u0000\u009B')).toBe(String.raw`a\x1b[31mb\x00\x9b`);
    expect(forTerminal('\u202Eabc\u2066')).toBe(String.raw`\u202eabc\u2066`);
    expect(forTerminal('::error::')).toBe(String.raw`\x3a:error\x3a:`);
    expect(forTerminal(':::')).toBe(String.raw`\x3a\x3a:`);
    expect(forTerminal('##[group]')).toBe(String.raw`\x23#[group]`);
  });
});

describe('text in Markdown', () => {
  test.each([
    ['<script>', '\\<script\\>'],
    ['[a](b)', '\\[a\\](b)'],
    ['**bold** `code`', '\\*\\*bold\\*\\* \\`code\\`'],
    ['one\ntwo', 'one two'],
    ['a|b', 'a\\|b'],
    ['&amp;', '\\&amp;'],
  ])('%j begins no markup: %j', (text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });
});
