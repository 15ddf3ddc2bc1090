import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles, maxFiles } from '../../src/files/find.ts';
import { temporaryFolder } from '../support/world.ts';

/** A folder with these files, all empty. */
function folderWith(...files: readonly string[]): string {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

const problemsOf = async (path: string, cwd: string) =>
  (await findFiles([path], cwd)).problems.map(({ code, params }) => ({ code, params }));

describe('a folder', () => {
  test('is walked for .yaml and .yml, in the order of names, to any depth', async () => {
    const cwd = folderWith('b.yaml', 'a.yml', 'c/d/e.yaml', 'c/a.yaml', 'notes.md', 'data.json');
    expect(await findFiles(['.'], cwd)).toEqual({
      files: ['a.yml', 'b.yaml', 'c/a.yaml', 'c/d/e.yaml'],
      problems: [],
    });
  });

  test('holds no use cases in hidden folders, hidden files, installed packages or the profile', async () => {
    const cwd = folderWith(
      'a.yaml',
      '.git/b.yaml',
      '.kompass.yaml',
      'node_modules/p/c.yaml',
      'kompass-profile.yaml',
      'sub/kompass-profile.yaml',
    );
    expect((await findFiles(['.'], cwd)).files).toEqual(['a.yaml']);
  });

  test('is not left through links: neither to files nor to folders', async () => {
    const outside = folderWith('secret.yaml');
    const cwd = folderWith('a.yaml');
    symlinkSync(outside, join(cwd, 'linked-folder'));
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'linked.yaml'));
    symlinkSync(cwd, join(cwd, 'loop'));
    expect((await findFiles(['.'], cwd)).files).toEqual(['a.yaml']);
  });

  test('without a use case is a problem, not a success', async () => {
    const cwd = folderWith('notes.md');
    expect(await findFiles(['.'], cwd)).toEqual({
      files: [],
      problems: [{ code: 'nothing-to-check', at: { file: '', line: 0, column: 0 }, params: { path: '.' } }],
    });
  });
});

describe('a path', () => {
  test('is shown relative to the working folder, whatever way it is written, and counts once', async () => {
    const cwd = folderWith('a.yaml', 'sub/b.yaml');
    const paths = ['a.yaml', './a.yaml', 'sub/../a.yaml', join(cwd, 'a.yaml'), '.', '*.yaml'];
    expect((await findFiles(paths, cwd)).files).toEqual(['a.yaml', 'sub/b.yaml']);
    expect((await findFiles(['../a.yaml'], join(cwd, 'sub'))).files).toEqual(['../a.yaml']);
  });

  test('that the user names is taken whatever its ending, and a link to a file is followed', async () => {
    const cwd = folderWith('fall.txt', 'a.yaml');
    symlinkSync(join(cwd, 'a.yaml'), join(cwd, 'link.yaml'));
    expect((await findFiles(['fall.txt', 'link.yaml'], cwd)).files).toEqual(['fall.txt', 'link.yaml']);
  });

  test('that does not exist, or cannot exist, is a problem; the others are found all the same', async () => {
    const cwd = folderWith('a.yaml');
    const endless = 'x'.repeat(5000);
    expect((await findFiles(['a.yaml', 'b.yaml'], cwd)).files).toEqual(['a.yaml']);
    expect(await problemsOf('b.yaml', cwd)).toEqual([{ code: 'not-found', params: { path: 'b.yaml' } }]);
    expect(await problemsOf('a.yaml/b.yaml', cwd)).toEqual([{ code: 'not-found', params: { path: 'a.yaml/b.yaml' } }]);
    expect(await problemsOf(endless, cwd)).toEqual([{ code: 'not-found', params: { path: endless } }]);
  });

  test('to a device is a problem', async () => {
    expect(await problemsOf('/dev/null', '/')).toEqual([{ code: 'not-a-file', params: { path: '/dev/null' } }]);
  });

  test('of a hyphen is standard input', async () => {
    expect((await findFiles(['-', '-'], '/')).files).toEqual(['-']);
  });
});

describe('a pattern', () => {
  test('finds files in the order of names and leaves out what a folder leaves out', async () => {
    const cwd = folderWith(
      'b.yaml',
      'a.yaml',
      'sub/c.yaml',
      'node_modules/p/d.yaml',
      '.git/e.yaml',
      'kompass-profile.yaml',
    );
    expect((await findFiles(['**/*.yaml'], cwd)).files).toEqual(['a.yaml', 'b.yaml', 'sub/c.yaml']);
    expect((await findFiles(['{a,sub/c}.yaml'], cwd)).files).toEqual(['a.yaml', 'sub/c.yaml']);
  });

  test('does not follow links to folders', async () => {
    const outside = folderWith('secret.yaml');
    const cwd = folderWith('a.yaml');
    symlinkSync(outside, join(cwd, 'linked'));
    expect((await findFiles(['**/*.yaml'], cwd)).files).toEqual(['a.yaml']);
  });

  test('that matches nothing is a problem', async () => {
    expect(await problemsOf('*.yaml', folderWith('a.md'))).toEqual([{ code: 'not-found', params: { path: '*.yaml' } }]);
  });

  test('may be the name of a file', async () => {
    expect((await findFiles(['[a].yaml'], folderWith('[a].yaml'))).files).toEqual(['[a].yaml']);
  });
});

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index}.yaml`);

describe('the limit of files', () => {
  test('is not reached by a folder that earlier was too large', async () => {
    const { files, problems } = await findFiles(['.'], folderWith(...names(10_001)));
    expect([files.length, problems]).toEqual([10_001, []]);
  });

  test('is told, and more is refused as a whole', async () => {
    const limited = await findFiles(['.'], folderWith(...names(13)), 12);
    expect(limited).toEqual({
      files: [],
      problems: [{ code: 'too-many-files', at: { file: '', line: 0, column: 0 }, params: { limit: 12 } }],
    });
    expect((await findFiles(['.'], folderWith(...names(12)), 12)).files).toHaveLength(12);
    expect(maxFiles).toBe(200_000);
  });
});
