import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Draft, isSameFile, openDraft } from '../../src/files/write.ts';
import { temporaryFolder } from '../support/world.ts';

async function draftOf(file: string, cwd: string): Promise<Draft> {
  const opened = await openDraft(file, cwd);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

async function refusalOf(file: string, cwd: string) {
  const opened = await openDraft(file, cwd);
  return opened.ok ? [] : opened.problems.map(({ code, params }) => ({ code, params }));
}

describe('a file that is written', () => {
  test('has its old content until it is finished, and then all of the new', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'bericht.json'), 'alt');
    const draft = await draftOf('bericht.json', cwd);
    await draft.write('neu ');
    await draft.write(Buffer.from('und ganz'));
    expect(readFileSync(join(cwd, 'bericht.json'), 'utf8')).toBe('alt');
    await draft.finish();
    expect(readFileSync(join(cwd, 'bericht.json'), 'utf8')).toBe('neu und ganz');
    expect(readdirSync(cwd)).toEqual(['bericht.json']);
  });

  test('stays as it was, and nothing lies about, when it is discarded', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'bericht.json'), 'alt');
    const draft = await draftOf('bericht.json', cwd);
    await draft.write('neu');
    await draft.discard();
    expect(readFileSync(join(cwd, 'bericht.json'), 'utf8')).toBe('alt');
    expect(readdirSync(cwd)).toEqual(['bericht.json']);
  });

  test('can be written by two at once: each draft is its own', async () => {
    const cwd = temporaryFolder();
    const [one, two] = [await draftOf('a', cwd), await draftOf('a', cwd)];
    await one.write('eins');
    await two.write('zwei');
    await one.finish();
    await two.finish();
    expect(readFileSync(join(cwd, 'a'), 'utf8')).toBe('zwei');
    expect(readdirSync(cwd)).toEqual(['a']);
  });

  test('is refused where a link, a folder or a device stands, or the folder is missing', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'ziel'), 'alt');
    mkdirSync(join(cwd, 'ordner'));
    symlinkSync(join(cwd, 'ziel'), join(cwd, 'link'));
    symlinkSync(join(cwd, 'nirgends'), join(cwd, 'dead-link'));
    expect(await refusalOf('link', cwd)).toEqual([{ code: 'not-a-file', params: { path: 'link' } }]);
    expect(await refusalOf('dead-link', cwd)).toEqual([{ code: 'not-a-file', params: { path: 'dead-link' } }]);
    expect(await refusalOf('ordner', cwd)).toEqual([{ code: 'not-a-file', params: { path: 'ordner' } }]);
    expect(await refusalOf('/dev/null', cwd)).toEqual([{ code: 'not-a-file', params: { path: '/dev/null' } }]);
    expect(await refusalOf('fehlt/a', cwd)).toEqual([{ code: 'not-found', params: { path: 'fehlt' } }]);
    expect(await refusalOf('ziel/a', cwd)).toEqual([
      { code: 'cannot-write', params: { path: 'ziel/a', detail: 'ENOTDIR' } },
    ]);
    expect(readFileSync(join(cwd, 'ziel'), 'utf8')).toBe('alt');
    expect(readdirSync(cwd).toSorted()).toEqual(['dead-link', 'link', 'ordner', 'ziel']);
  });
});

test('two names are one file where a link or another spelling leads to the same', () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a'), '');
  writeFileSync(join(cwd, 'b'), '');
  symlinkSync(join(cwd, 'a'), join(cwd, 'link'));
  expect(isSameFile('a', './a', cwd)).toBe(true);
  expect(isSameFile('link', 'a', cwd)).toBe(true);
  expect(isSameFile('neu', join(cwd, 'neu'), cwd)).toBe(true);
  expect(isSameFile('a', 'b', cwd)).toBe(false);
});
