import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './world.ts';

/** A Git repository that is gone after the test. */
export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (file: string, text: string) => void;
  /** Everything as it lies there, as one commit; `day`: made on that day. */
  readonly commit: (message?: string, day?: string) => void;
}

export const gitEnvironment = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

export function repository(): Repository {
  const folder = temporaryFolder();
  const gitOn = (day: string | null, ...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      env: day === null ? gitEnvironment : { ...gitEnvironment, GIT_COMMITTER_DATE: `${day}T12:00:00+0100` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const git = (...args: readonly string[]): string => gitOn(null, ...args);
  git('init', '-q', '-b', 'main');
  return {
    folder,
    git,
    write: (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    commit: (message = 'a change', day) => {
      git('add', '-A');
      gitOn(day ?? null, 'commit', '-q', '--no-verify', '-m', message);
    },
  };
}
