import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findConfig, placeBelow } from '../../src/files/config.ts';
import { temporaryFolder } from '../support/world.ts';

function folders(...names: readonly string[]): string {
  const root = temporaryFolder();
  for (const name of names) mkdirSync(join(root, name), { recursive: true });
  return root;
}

const write = (root: string, ...names: readonly string[]): void => {
  for (const name of names) writeFileSync(join(root, name), 'kompass: 1\n');
};

test('the nearest configuration counts, up to the folder of the repository and not above it', () => {
  const root = folders('repo/.git', 'repo/a/b', 'repo/a/c');
  write(root, '.kompass.yaml', 'repo/a/c/.kompass.yaml');
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toBe(null);
  write(root, 'repo/.kompass.yaml');
  expect(findConfig(join(root, 'repo/a/b'), undefined)).toBe(join(root, 'repo/.kompass.yaml'));
  expect(findConfig(join(root, 'repo/a/c'), undefined)).toBe(join(root, 'repo/a/c/.kompass.yaml'));
});

test('without a repository it is looked for up to the home folder, and elsewhere only where one works', () => {
  const root = folders('home/me/uses', 'shared/uses');
  write(root, '.kompass.yaml', 'shared/.kompass.yaml', 'home/me/.kompass.yaml');
  expect(findConfig(join(root, 'home/me/uses'), join(root, 'home/me'))).toBe(join(root, 'home/me/.kompass.yaml'));
  expect(findConfig(join(root, 'home'), join(root, 'home/me'))).toBe(null);
  expect(findConfig(join(root, 'shared/uses'), join(root, 'home/me'))).toBe(null);
  expect(findConfig(join(root, 'shared'), undefined)).toBe(join(root, 'shared/.kompass.yaml'));
});

test('a folder of that name is no configuration', () => {
  const root = folders('.git', '.kompass.yaml');
  expect(findConfig(root, undefined)).toBe(null);
});

test('a link out of the folder leads outside', () => {
  const root = folders('repo/rules', 'other');
  symlinkSync(join(root, 'other'), join(root, 'repo/link'));
  const place = (path: string) => placeBelow(join(root, 'repo'), path);
  expect([place('rules'), place('.'), place('link'), place('none')]).toEqual([
    'inside',
    'inside',
    'outside',
    'missing',
  ]);
});
