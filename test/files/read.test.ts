import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evidenceLookup, findProfile, readBytes, readStandardInput } from '../../src/files/read.ts';
import { temporaryFolder } from '../support/world.ts';

const mebibyte = 1024 * 1024;
const codesOf = (result: ReturnType<typeof readBytes>) => (result.ok ? [] : result.problems.map(({ code }) => code));

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

describe('a file', () => {
  test('is read as the bytes it holds', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), Buffer.from([0xff, 0x00, 0x41]));
    expect(readBytes('a.yaml', cwd)).toEqual({ ok: true, value: Buffer.from([0xff, 0x00, 0x41]) });
  });

  test('may have 1 MiB and not a byte more', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'full.yaml'), Buffer.alloc(mebibyte));
    writeFileSync(join(cwd, 'large.yaml'), Buffer.alloc(mebibyte + 1));
    expect(readBytes('full.yaml', cwd).ok).toBe(true);
    expect(readBytes('large.yaml', cwd)).toEqual({
      ok: false,
      problems: [{ code: 'too-large', at: { file: 'large.yaml', line: 1, column: 1 }, params: { limit: '1 MiB' } }],
    });
  });

  test('that is a folder or missing, or a link to one or in a circle, is a problem', () => {
    const cwd = temporaryFolder();
    symlinkSync(cwd, join(cwd, 'folder-link'));
    symlinkSync(join(cwd, 'gone'), join(cwd, 'dead-link'));
    symlinkSync(join(cwd, 'circle'), join(cwd, 'circle'));
    expect(codesOf(readBytes('.', cwd))).toEqual(['not-a-file']);
    expect(codesOf(readBytes('folder-link', cwd))).toEqual(['not-a-file']);
    expect(codesOf(readBytes('gone', cwd))).toEqual(['not-found']);
    expect(codesOf(readBytes('dead-link', cwd))).toEqual(['not-found']);
    expect(codesOf(readBytes('circle', cwd))).toEqual(['not-readable']);
  });

  test('named through a link is read', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), 'id: a');
    symlinkSync(join(cwd, 'a.yaml'), join(cwd, 'link.yaml'));
    expect(readBytes('link.yaml', cwd)).toEqual({ ok: true, value: Buffer.from('id: a') });
  });
});

describe('standard input', () => {
  test('is put together from its pieces, even where a letter is cut in two', async () => {
    const [start, end] = [Buffer.from([0xc3]), Buffer.from([0xa4])];
    const read = await readStandardInput(chunks('id: ', start, end));
    expect(read).toEqual({ ok: true, value: Buffer.from('id: ä') });
  });

  test('may have 1 MiB and not a byte more', async () => {
    const full = Buffer.alloc(mebibyte);
    expect((await readStandardInput(chunks(full))).ok).toBe(true);
    expect(codesOf(await readStandardInput(chunks(full, 'a')))).toEqual(['too-large']);
  });
});

describe('an evidence file', () => {
  test('counts where it lies beside the use case or below', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'faelle/nachweise'), { recursive: true });
    writeFileSync(join(cwd, 'faelle/nachweise/a.md'), 'Vermerk');
    const exists = evidenceLookup('faelle/fall.yaml', cwd);
    expect(exists('nachweise/a.md')).toBe(true);
    expect(exists('a.md')).toBe(false);
    expect(exists('nachweise')).toBe(false);
    expect(exists('')).toBe(false);
  });

  test('outside that folder is not found: not by .., not by a whole path, not by a link', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'faelle'));
    mkdirSync(join(cwd, 'faelle-geheim'));
    writeFileSync(join(cwd, 'faelle-geheim/a.md'), 'Vermerk');
    symlinkSync(join(cwd, 'faelle-geheim/a.md'), join(cwd, 'faelle/datei.md'));
    symlinkSync(join(cwd, 'faelle-geheim'), join(cwd, 'faelle/ordner'));
    const exists = evidenceLookup('faelle/fall.yaml', cwd);
    expect(exists('../faelle-geheim/a.md')).toBe(false);
    expect(exists(join(cwd, 'faelle-geheim/a.md'))).toBe(false);
    expect(exists('datei.md')).toBe(false);
    expect(exists('ordner/a.md')).toBe(false);
    expect(exists('\u0000')).toBe(false);
  });

  test('is found through a link that stays inside, and where the folder itself was reached through a link', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'faelle'));
    writeFileSync(join(cwd, 'faelle/a.md'), 'Vermerk');
    symlinkSync(join(cwd, 'faelle/a.md'), join(cwd, 'faelle/b.md'));
    symlinkSync(join(cwd, 'faelle'), join(cwd, 'verweis'));
    expect(evidenceLookup('faelle/fall.yaml', cwd)('b.md')).toBe(true);
    expect(evidenceLookup('verweis/fall.yaml', cwd)('a.md')).toBe(true);
  });

  test('of a use case from standard input lies in the working folder', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), 'Vermerk');
    expect(evidenceLookup('-', cwd)('a.md')).toBe(true);
  });

  test('that is empty proves nothing', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'leer.md'), '');
    expect(evidenceLookup('fall.yaml', cwd)('leer.md')).toBe(false);
  });
});

describe('the profile', () => {
  test('is the nearest one upwards from the use case', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'amt/faelle'), { recursive: true });
    mkdirSync(join(cwd, 'anderes'));
    writeFileSync(join(cwd, 'kompass-profile.yaml'), '');
    writeFileSync(join(cwd, 'amt/kompass-profile.yaml'), '');
    const cache = new Map<string, string | null>();
    expect(findProfile('amt/faelle/fall.yaml', cwd, cache)).toBe(join(cwd, 'amt/kompass-profile.yaml'));
    expect(findProfile('anderes/fall.yaml', cwd, cache)).toBe(join(cwd, 'kompass-profile.yaml'));
    expect(findProfile('amt/fall.yaml', cwd, cache)).toBe(join(cwd, 'amt/kompass-profile.yaml'));
    expect(findProfile('-', cwd, cache)).toBe(join(cwd, 'kompass-profile.yaml'));
  });

  test('is none where there is none above, and a folder of that name is none', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'kompass-profile.yaml'));
    expect(findProfile('fall.yaml', cwd, new Map())).toBe(null);
  });
});
