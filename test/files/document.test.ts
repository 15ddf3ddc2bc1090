import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/files/document.ts';
import { temporaryFolder } from '../support/world.ts';

/** A folder with a use case in `fall`, a document below it and one beside it. */
function tender(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'fall/vergabe'), { recursive: true });
  writeFileSync(join(cwd, 'fall/vergabe/lb.txt'), 'drin');
  writeFileSync(join(cwd, 'geheim.txt'), 'draussen');
  return cwd;
}

const codeOf = (path: string, cwd: string): string => {
  const opened = readDocument(path, 'fall/fall.yaml', cwd);
  return opened.ok ? 'read' : opened.obstacle.code;
};

describe('a tender document', () => {
  test('is read from the folder of the use case and below, through links too', () => {
    const cwd = tender();
    symlinkSync(join(cwd, 'fall/vergabe/lb.txt'), join(cwd, 'fall/link.txt'));
    expect(readDocument('vergabe/lb.txt', 'fall/fall.yaml', cwd)).toEqual({ ok: true, bytes: Buffer.from('drin') });
    expect(codeOf('link.txt', cwd)).toBe('read');
  });

  test('is not looked for anywhere else, whatever a link says', () => {
    const cwd = tender();
    symlinkSync(join(cwd, 'geheim.txt'), join(cwd, 'fall/link.txt'));
    symlinkSync(cwd, join(cwd, 'fall/hinaus'));
    for (const path of ['link.txt', 'hinaus/geheim.txt', '../geheim.txt', join(cwd, 'geheim.txt'), 'vergabe', '.'])
      expect([path, codeOf(path, cwd)]).toEqual([path, 'not-there']);
  });

  test('that is missing is said to be so; of more than 20 MiB the limit is told', () => {
    const cwd = tender();
    expect(codeOf('vergabe/fehlt.pdf', cwd)).toBe('not-there');
    expect(codeOf('vergabe/lb.txt/lb.txt', cwd)).toBe('not-there');
    truncateSync(join(cwd, 'fall/vergabe/lb.txt'), 20 * 1024 * 1024);
    expect(codeOf('vergabe/lb.txt', cwd)).toBe('read');
    truncateSync(join(cwd, 'fall/vergabe/lb.txt'), 20 * 1024 * 1024 + 1);
    expect(readDocument('vergabe/lb.txt', 'fall/fall.yaml', cwd)).toEqual({
      ok: false,
      obstacle: { code: 'too-large', limit: 20 },
    });
  });
});
