import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, parseYaml, positionAt, toPlain, type Tree } from '../../src/read/yaml.ts';

function treeOf(text: string): Tree {
  const result = parseYaml(text, 'a.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function codesOf(text: string): readonly string[] {
  const result = parseYaml(text, 'a.yaml');
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

const nested = (levels: number): string => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

describe('what a file may hold', () => {
  test('yes, no and unknown are words, and a version keeps its spelling', () => {
    const tree = treeOf('a: yes\nb: no\nc: 2026-11\nd: 1.0\ne: 0x10\n');
    expect(toPlain(tree)).toEqual({ a: 'yes', b: 'no', c: '2026-11', d: 1, e: 16 });
    const texts =
      tree.kind === 'map' ? [...tree.entries.values()].map(({ value }) => value.kind === 'scalar' && value.text) : [];
    expect(texts).toEqual(['yes', 'no', '2026-11', '1.0', '0x10']);
  });

  test('umlauts are the same whether composed or not', () => {
    expect(toPlain(treeOf('title: Ra\u0308der\n"Ra\\u0308der": 1\n'))).toEqual({ title: 'Räder', Räder: 1 });
    expect(codesOf('Räder: 1\nRa\u0308der: 2\n')).toEqual(['duplicate-key']);
  });

  test('a byte order mark and Windows line ends change nothing', () => {
    const tree = treeOf('\uFEFFid: a\r\ntitle: b\r\n');
    expect(toPlain(tree)).toEqual({ id: 'a', title: 'b' });
    expect(positionAt(tree, ['id'])).toEqual({ file: 'a.yaml', line: 1, column: 5 });
  });

  test('sixty-four levels are fine, sixty-five are not', () => {
    expect(codesOf(`a: ${'['.repeat(63)}x${']'.repeat(63)}`)).toEqual([]);
    expect(codesOf(`a: ${'['.repeat(64)}x${']'.repeat(64)}`)).toEqual(['too-deep']);
    expect(codesOf(nested(64))).toEqual([]);
    expect(codesOf(nested(65))).toEqual(['too-deep']);
  });

  test('signs that mean something elsewhere are text in quotes and blocks', () => {
    expect(toPlain(treeOf('a: \'*x\'\nb: "&y"\nc: |\n  *x\n  !y\n  %z\nd: 5 & 6 * 7!\n'))).toEqual({
      a: '*x',
      b: '&y',
      c: '*x\n!y\n%z\n',
      d: '5 & 6 * 7!',
    });
  });

  test('%YAML 1.2 is allowed', () => {
    expect(codesOf('%YAML 1.2\n---\na: 1\n')).toEqual([]);
  });

  test('no key reaches a prototype', () => {
    const plain = toPlain(treeOf('__proto__: { admin: true }\nconstructor: 1\n'));
    expect(Object.keys(plain ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });
});

describe('where things stand', () => {
  const tree = treeOf('a:\n  - b: 1\n    c: { d: 2 }\n');

  test('a path leads to its value', () => {
    expect(positionAt(tree, ['a', 0, 'c', 'd'])).toEqual({ file: 'a.yaml', line: 3, column: 13 });
  });

  test('a missing part is said to be where it is missing', () => {
    expect(positionAt(tree, ['a', 0, 'c', 'x', 'y'])).toEqual(positionAt(tree, ['a', 0, 'c']));
  });

  test('a key has its own place', () => {
    const keys = tree.kind === 'map' ? [...tree.entries.values()].map(({ keyAt }) => keyAt.line) : [];
    expect(keys).toEqual([1]);
  });
});

describe('hostile files', () => {
  const size = 1024 * 1024;
  const fill = (part: string): string => part.repeat(Math.floor(size / part.length));

  test('one byte more than 1 MiB is too large, for bytes and text', () => {
    const at = { file: 'a.yaml', line: 1, column: 1 };
    const tooLarge = { ok: false, problems: [{ code: 'too-large', at, params: { limit: '1 MiB' } }] };
    expect(decodeUtf8(new Uint8Array(size + 1), 'a.yaml')).toEqual(tooLarge);
    expect(parseYaml(`a: ${'x'.repeat(size)}`, 'a.yaml')).toEqual(tooLarge);
    expect(codesOf(`a: ${'x'.repeat(size - 3)}`)).toEqual([]);
  });

  test('a mistake in each line is said only for the first lines', () => {
    expect(codesOf(fill('a: 1\n')).length).toBeLessThanOrEqual(20);
    expect(codesOf(fill('&a ')).length).toBeLessThanOrEqual(20);
  });

  // Parts of the parser that we go around take quadratic time, or the whole stack, for some of these.
  test.each([
    ['brackets', fill('[')],
    ['closing brackets', fill(']')],
    ['commas', `a: [${fill(',').slice(4)}`],
    ['dashes', fill('- ')],
    ['question marks', fill('? ')],
    ['documents', fill('a: 1\n---\n')],
    ['bad escapes', `a: "${fill('\\q').slice(5)}"`],
    ['many keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
  ])('%s end within seconds, without a throw', (_name, text) => {
    const started = performance.now();
    parseYaml(text.slice(0, size), 'a.yaml');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('any bytes give a document or a problem, and each problem a place in the file', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc
        .array(
          fc.constantFrom(
            'a',
            ': ',
            '- ',
            '? ',
            '\n',
            '  ',
            '[',
            ']',
            '{',
            '}',
            ',',
            '"',
            "'",
            '|',
            '>',
            '&a ',
            '*a ',
            '!t ',
            '#',
            '%YAML 1.1',
            '---\n',
            '...\n',
            '\t',
            '\u202E',
            '\u0000',
          ),
          { maxLength: 60 },
        )
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const text = decodeUtf8(input, 'a.yaml');
        const result = text.ok ? parseYaml(text.value, 'a.yaml') : text;
        const places = result.ok ? [result.value.at] : result.problems.map(({ at }) => at);
        expect(places.length).toBeGreaterThan(0);
        expect(places.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
