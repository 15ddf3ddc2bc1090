import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRevision, type Revision } from '../../src/files/revision.ts';
import { gitEnvironment, repository } from '../support/repository.ts';
import { valueOf } from '../support/rules.ts';
import { temporaryFolder } from '../support/world.ts';

const open = (name: string, cwd: string, env: Record<string, string> = gitEnvironment): Revision =>
  valueOf(openRevision(name, { cwd, env }));
const codeOf = (name: string, cwd: string, env: Record<string, string> = gitEnvironment): string | undefined => {
  const opened = openRevision(name, { cwd, env });
  return opened.ok ? undefined : opened.problems[0]?.code;
};
const textOf = (revision: Revision, file: string): string =>
  new TextDecoder().decode(valueOf(revision.readBytes(file)));

function withHistory() {
  const repo = repository();
  repo.write('uses/a.yaml', 'id: a');
  repo.write('uses/deep/b.yml', 'id: b');
  repo.write('uses/.hidden/c.yaml', 'id: c');
  repo.write('uses/kompass-profile.yaml', 'profile: P');
  repo.write('uses/proof.md', 'proof');
  repo.write('uses/empty.md', '');
  symlinkSync('proof.md', join(repo.folder, 'uses/link.md'));
  repo.commit();
  repo.write('uses/a.yaml', 'id: changed');
  return repo;
}

describe('a revision', () => {
  test.each([
    ['2026-12-31T23:30:00-0500', '2026-12-31'],
    ['2027-01-01T00:30:00+0530', '2027-01-01'],
  ])('committed at %s is of the day that it was there', (moment, day) => {
    const { folder, write, git } = repository();
    write('a.yaml', 'id: a');
    git('add', '-A');
    // A message cannot pass for the head of the commit.
    const args = ['commit', '-q', '-m', 'x', '-m', 'committer A <a@b> 0 +0000'];
    execFileSync('git', args, { cwd: folder, env: { ...gitEnvironment, GIT_COMMITTER_DATE: moment } });
    expect(open('main', folder).day()).toEqual({ ok: true, value: day });
  });

  test('is read as it was, whatever lies in the working folder now', () => {
    const { folder } = withHistory();
    const main = open('main', folder);
    expect(main.find('uses').files).toEqual(['main:uses/a.yaml', 'main:uses/deep/b.yml']);
    expect(textOf(main, 'main:uses/a.yaml')).toBe('id: a');
  });

  test('names paths from the top of the repository, or with ./ from the working folder', () => {
    const { folder } = withHistory();
    const main = open('HEAD', join(folder, 'uses'));
    expect(main.find('uses/deep/').files).toEqual(['HEAD:uses/deep/b.yml']);
    expect(main.find('./deep').files).toEqual(['HEAD:uses/deep/b.yml']);
    expect(main.onDisk('uses/a.yaml')).toBe('a.yaml');
    expect(main.find('../..').problems.map(({ code }) => code)).toEqual(['not-found']);
  });

  test('has its own profile and evidence; an empty file and a link prove nothing', () => {
    const { folder } = withHistory();
    const main = open('main', folder);
    expect(main.findProfile('main:uses/deep/b.yml')).toBe('main:uses/kompass-profile.yaml');
    const exists = main.evidenceLookup('main:uses/a.yaml');
    expect(['proof.md', 'empty.md', 'link.md', 'gone.md', 'deep'].map(exists)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('takes the profile above the repository from where it lies: it has no revisions', () => {
    const outer = temporaryFolder();
    mkdirSync(join(outer, 'repo'));
    writeFileSync(join(outer, 'kompass-profile.yaml'), 'profile: Outer');
    gitIn(join(outer, 'repo'), 'init', '-q', '-b', 'main');
    writeFileSync(join(outer, 'repo/a.yaml'), 'id: a');
    gitIn(join(outer, 'repo'), 'add', '-A');
    gitIn(join(outer, 'repo'), 'commit', '-q', '-m', 'a');
    const main = open('main', join(outer, 'repo'));
    expect(main.findProfile('main:a.yaml')).toBe('../kompass-profile.yaml');
    expect(textOf(main, '../kompass-profile.yaml')).toBe('profile: Outer');
  });

  test('reads many files with few calls, and each of them right', () => {
    const repo = repository();
    for (let index = 0; index < 450; index += 1) repo.write(`uses/${index}.yaml`, `id: u${index}`);
    repo.commit();
    const main = open('main', repo.folder);
    const { files } = main.find('uses');
    expect(files).toHaveLength(450);
    for (const file of files) expect(textOf(main, file)).toBe(`id: u${/(\d+)\.yaml/.exec(file)?.[1] ?? ''}`);
  });

  test('that is not there, or could be taken for an option, is refused', () => {
    const { folder } = withHistory();
    for (const name of ['nix', '', '-h', '--help', '--output=x', 'main\u0000', 'main:uses'])
      expect(codeOf(name, folder), JSON.stringify(name)).toBe('unknown-revision');
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('needs a repository, and Git', () => {
    const { folder } = withHistory();
    expect(codeOf('main', temporaryFolder())).toBe('git');
    expect(openRevision('main', { cwd: folder, env: { PATH: '' } })).toMatchObject({
      problems: [{ code: 'git', params: { why: 'missing' } }],
    });
  });
});

const trap = (folder: string): string => {
  const script = join(folder, 'trap.sh');
  writeFileSync(script, `#!/bin/sh\ntouch "${join(folder, 'sprung')}"\n`, { mode: 0o755 });
  return script;
};

const gitIn = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, env: gitEnvironment });

describe('a repository that is foreign cannot make us run anything', () => {
  test('by hooks, pagers, file-system monitors, filters or a git of its own', () => {
    const repo = withHistory();
    const script = trap(repo.folder);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'diff.external',
      'core.sshCommand',
      'filter.x.smudge',
    ])
      repo.git('config', key, script);
    repo.write('.gitattributes', '* filter=x diff=x\n');
    writeFileSync(join(repo.folder, 'git'), `#!/bin/sh\ntouch "${join(repo.folder, 'sprung')}"\n`, { mode: 0o755 });
    const env = { ...gitEnvironment, PATH: `.:${gitEnvironment.PATH}`, GIT_EXTERNAL_DIFF: script, GIT_PAGER: script };
    const main = open('main', repo.folder, env);
    expect(textOf(main, 'main:uses/a.yaml')).toBe('id: a');
    expect(existsSync(join(repo.folder, 'sprung'))).toBe(false);
  });

  test('by lacking objects that would have to be fetched', () => {
    const origin = withHistory();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const folder = join(temporaryFolder(), 'clone');
    gitIn(origin.folder, 'clone', '-q', '--filter=blob:none', '--no-checkout', `file://${origin.folder}`, folder);
    gitIn(folder, 'config', 'remote.origin.url', `ext::sh ${trap(folder)}`);
    gitIn(folder, 'config', 'protocol.ext.allow', 'always');
    expect(codeOf('origin/main', folder)).toBe('git');
    expect(existsSync(join(folder, 'sprung'))).toBe(false);
  });
});
