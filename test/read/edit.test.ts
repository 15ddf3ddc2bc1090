import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, property, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withAnswer } from '../../src/read/edit.ts';
import { scalar } from '../../src/text/scalar.ts';
import { useCaseFiles, useCaseFolder } from '../support/use-case-files.ts';

describe('one answer more in a file', () => {
  test.each([
    ['into a block', 'a:\n  b: 1 # why\n\nc: 2\n', 'a.x', 'yes', 'a:\n  b: 1 # why\n  x: yes\n\nc: 2\n'],
    [
      'after a block that goes over lines',
      'a:\n  b:\n    - 1\n    - 2\nc: 2\n',
      'a.x',
      'yes',
      'a:\n  b:\n    - 1\n    - 2\n  x: yes\nc: 2\n',
    ],
    [
      'after a text that goes over lines',
      'a:\n  b: |\n    one\n    two\nc: 2\n',
      'a.x',
      'yes',
      'a:\n  b: |\n    one\n    two\n  x: yes\nc: 2\n',
    ],
    ['into braces', 'a: { b: 1 } # why\n', 'a.x', '[p, q?]', 'a: { b: 1, x: [p, q?] } # why\n'],
    ['into empty braces', 'a: {}\nc: 1\n', 'a.x', 'no', 'a: { x: no }\nc: 1\n'],
    ['into a section without anything', 'a:\nc: 1\n', 'a.x', 'no', 'a:\n  x: no\nc: 1\n'],
    [
      'into a section that is not there',
      'kompass: 1\n# the end\n',
      'a.x',
      'no',
      'kompass: 1\n# the end\na:\n  x: no\n',
    ],
    ['at the end without a line end', 'a:\n  b: 1', 'a.x', 'no', 'a:\n  b: 1\n  x: no\n'],
    ['before the mark that ends the document', 'a: { b: 1 }\n...\n', 'c.x', 'no', 'a: { b: 1 }\nc:\n  x: no\n...\n'],
    ['with the line ends of the file', 'a:\r\n  b: 1\r\nc: 1\r\n', 'a.x', 'no', 'a:\r\n  b: 1\r\n  x: no\r\nc: 1\r\n'],
    [
      'in the place of another',
      'a:\n  x: unknown # not yet\n  y: 1\n',
      'a.x',
      'yes',
      'a:\n  x: yes # not yet\n  y: 1\n',
    ],
    ['in the place of another in braces', 'a: { x: [p], y: 1 }\n', 'a.x', '[q]', 'a: { x: [q], y: 1 }\n'],
    [
      'in the place of one over several lines',
      'a:\n  x:\n    - p\n    - q\n  y: 1\n',
      'a.x',
      '[q]',
      'a:\n  x: [q]\n  y: 1\n',
    ],
    ['in the place of none', 'a:\n  x:\n  y: 1\n', 'a.x', 'yes', 'a:\n  x: yes\n  y: 1\n'],
  ])('%s', (_, text, key, value, expected) => {
    const edited = withAnswer(text, key, value) ?? '';
    expect(edited).toBe(expected);
    expect(parse(edited).a?.x ?? parse(edited).c?.x).toEqual(parse(value));
  });

  test('leaves every other line of every fixture as it was, whatever stands between the lines', () => {
    const texts = useCaseFiles.map((name) => readFileSync(join(useCaseFolder, name), 'utf8'));
    const comment = stringMatching(/^[a-zäß :{}[\]-]{0,20}$/);
    const key = constantFrom('screening.areas', 'system.infers', 'measures.new-one', 'fresh.answer', 'lifecycle.stage');
    assert(
      property(constantFrom(...texts), array(tuple(nat(), comment)), key, (text, comments, where) => {
        const lines = text.split('\n');
        for (const [at, words] of comments) lines.splice(at % lines.length, 0, `# ${words}`);
        const full = lines.join('\n');
        const edited = (withAnswer(full, where, '[a, b?]') ?? '').split('\n');
        // Whoever reads both side by side finds at most one line that is gone or another.
        const kept = new Set(edited);
        const gone = full.split('\n').filter((line) => !kept.has(line));
        expect(gone.length).toBeLessThanOrEqual(1);
        expect(edited.length - full.split('\n').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test.each([
  'Leitung Bürgerservice',
  'no',
  'unknown',
  'a: b',
  '- x',
  'Café (Nord)',
  "it's",
  '#1',
  ' x ',
  '2027-03-01',
  '[a]',
  '"',
  'ja, so',
])('the text %j is written so that it is read as this text', (text) => {
  expect(parse(`a: { b: ${scalar(text)} }`).a.b).toBe(text);
});

describe('a proposal of a template', () => {
  const text = [
    'secrecy:',
    '  # kinds: usually [tax], please read all options first',
    'benefits:\r',
    '  # mine\r',
    '  # kinds: meist [housing, care], bitte erst alle Möglichkeiten lesen\r',
    '  # by-authority: yes # meist so, bitte prüfen\r',
    '',
  ].join('\n');

  test('goes when its question is answered, and no other', () => {
    const once = withAnswer(text, 'benefits.kinds', '[care]');
    expect(once).toContain('kinds: [care]');
    expect(once).not.toContain('housing');
    expect(once).toContain('# mine');
    expect(once).toContain('# kinds: usually [tax], please read all options first');
    expect(once).toContain('# by-authority: yes # meist so, bitte prüfen');
  });

  test('stays for others when somebody does not know, and where it was rewritten', () => {
    expect(withAnswer(text, 'benefits.by-authority', 'unknown')).toContain('# by-authority: yes # meist so');
    const own = text.replace('# meist so, bitte prüfen', '# das Amt fragen');
    expect(withAnswer(own, 'benefits.by-authority', 'no')).toContain('# by-authority: yes # das Amt fragen');
  });
});
