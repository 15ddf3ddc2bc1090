import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/read/import/csv.ts';

const read = (text: string, delimiter: string | null = null, headLine = 1) =>
  readCsv(text, 'list.csv', { delimiter, headLine });

/** The records as plain rows; of a problem its code and place. */
function rows(text: string, delimiter: string | null = null, headLine = 1) {
  const list = read(text, delimiter, headLine);
  if (!list.ok) return list.problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`);
  return list.value.records.map(({ cells }) => list.value.columns.map((column) => cells.get(column)?.text));
}

describe('a table', () => {
  test('has what another parser finds in it, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', '\t', 'a', ' ') }),
    );
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (body, delimiter, line) => {
          const written = [['A', 'B', 'C'], ...body]
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
            .join(line);
          const filled = body.filter((row) => row.some((text) => text.trim() !== ''));
          fc.pre(filled.length > 0);
          const theirs: string[][] = parse(written, { delimiter, from: 2, record_delimiter: line });
          const unguarded = theirs
            .filter((row) => row.some((text) => text.trim() !== ''))
            .map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
          expect(rows(written, delimiter)).toEqual(unguarded);
        },
      ),
    );
  });

  test('may leave out quotation marks, and end with or without a line break', () => {
    for (const end of ['', '\n', '\r\n', '\r'])
      expect(rows(`A;B${end || '\n'}1;5" Rohr${end}`)).toEqual([['1', '5" Rohr']]);
  });

  test.each([
    ['A;B,c;D\n1;2;3', ['1', '2', '3']],
    ['A,B\n1,"2;3"', ['1', '2;3']],
    ['A\tB\n1\t2', ['1', '2']],
    ['"A;A;A",B\n1,2', ['1', '2']],
    ['sep=|\nA|B\n1|2', ['1', '2']],
    ['A\nfoo, bar', ['foo, bar']],
  ])('tells by the head line what stands between the columns: %j', (text, expected) => {
    expect(rows(text)).toEqual([expected]);
  });

  test('in which two marks are equally often there is not guessed at', () => {
    expect(rows('A;B,C\n1;2')).toEqual(['list-delimiter 1:1']);
  });

  test('may begin with a byte order mark, and further below', () => {
    expect(rows('\uFEFFA;B\n1;2')).toEqual([['1', '2']]);
    expect(rows('Bestand;\n"Stand\n2026";\nA;B\n1;2', null, 4)).toEqual([['1', '2']]);
  });

  test('knows on which line and in which column each cell begins', () => {
    const list = read('A;B;C\n"x\ny";"z";1\n;;2');
    const places = list.ok
      ? list.value.records.map(({ cells }) =>
          [...cells.values()].map(({ at }) => `${at.line}:${at.column}`).toReversed(),
        )
      : [];
    expect(places).toEqual([
      ['2:1', '3:4', '3:8'],
      ['4:1', '4:2', '4:3'],
    ]);
  });

  test.each([
    ['A;B\n1;2;3\n4', ['list-ragged 2:1', 'list-ragged 3:1']],
    ['A;B\n1;"2\n3', ['list-quote 2:3']],
    ['A;B\n1;"2"x', ['list-quote 2:6']],
    ['A;B\n', ['list-empty 1:1']],
    ['', ['list-empty 1:1']],
    ['\n1;2', ['list-empty 1:1']],
    [`A;B\n1;${'x'.repeat(32_768)}`, ['list-cell-long 2:3']],
  ])('that cannot be read is refused at the place: %#', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test('skips lines with nothing in them, and takes the guard before formulas away', () => {
    expect(rows(`A;B\n;\n \n'=1+1;'ne\n`)).toEqual([['=1+1', "'ne"]]);
  });
});
