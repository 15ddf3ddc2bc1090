import { execFileSync } from 'node:child_process';
import { isAbsolute, delimiter } from 'node:path';
import type { Problem, Result } from '../model/problem.ts';

/** Where Git is called: the working folder, and the environment of which it sees only what it needs. */
export interface GitPlace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One file of a revision. */
export interface TreeEntry {
  readonly oid: string;
  readonly size: number;
  /** No link, no submodule. */
  readonly isFile: boolean;
}

const nowhere = { file: '', line: 0, column: 0 } as const;
const most = 512 * 1024 * 1024;
const patience = 120_000;

/**
 * Git, the only child process besides the Chromium that prints, asked for the objects of a revision and nothing else (docs/git-is-asked-not-trusted.md).
 * Arguments are fixed but for object names; there is no shell. The settings win over those of the repository, which may be foreign.
 */
const settings = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.allow=never',
];

function environment(env: GitPlace['env']): Record<string, string> {
  const kept = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'SystemRoot', 'TEMP', 'TMP'];
  // A relative entry of the path would run a `git` that the repository brings along.
  const path = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute).join(delimiter);
  return {
    ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    PATH: path,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    // Objects that a partial clone lacks are not fetched: a repository may say that fetching runs a program.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function git(args: readonly string[], { cwd, env }: GitPlace, input = ''): Result<Uint8Array> {
  try {
    const value = execFileSync('git', [...settings, ...args], {
      cwd,
      env: environment(env),
      input,
      shell: false,
      maxBuffer: most,
      timeout: patience,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    return { ok: true, value };
  } catch (error) {
    return failed({ code: 'git', at: nowhere, params: whyFailed(error) });
  }
}

const failed = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] });

function whyFailed(error: unknown): { readonly why: 'missing' | 'no-repository' | 'failed'; readonly detail: string } {
  if (!(error instanceof Error)) return { why: 'failed', detail: String(error) };
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  if ('code' in error && error.code === 'ENOENT') return { why: 'missing', detail: '' };
  if (stderr.includes('not a git repository')) return { why: 'no-repository', detail: '' };
  const first = stderr.split('\n').find((line) => line !== '') ?? error.message;
  return { why: 'failed', detail: first.replace(/^(?:fatal|error): /, '') };
}

/** The top folder of the repository, with its links followed. */
export function topFolder(place: GitPlace): Result<string> {
  const found = git(['rev-parse', '--show-toplevel'], place);
  return found.ok ? { ok: true, value: text(found.value).replace(/\r?\n$/, '') } : found;
}

/** The name of the commit that a revision means. One that could be taken for an option is none. */
export function commitOf(revision: string, place: GitPlace): Result<string> {
  const unknown = failed({ code: 'unknown-revision', at: nowhere, params: { revision } });
  if (revision === '' || revision.startsWith('-') || /\p{Cc}/u.test(revision)) return unknown;
  const found = git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], place);
  if (!found.ok) {
    // Without a word of its own Git means: no such revision.
    const [problem] = found.problems;
    const isSilent = problem?.code === 'git' && problem.params.why === 'failed';
    return isSilent && !/ownership|permission/i.test(problem.params.detail) ? unknown : found;
  }
  const oid = text(found.value).trim();
  return /^[0-9a-f]{40,64}$/.test(oid) ? { ok: true, value: oid } : unknown;
}

/** The day on which a commit was made, where it was made. Read from the object itself: `git show` may run programs that the repository names. */
export function dayOfCommit(commit: string, place: GitPlace): Result<string> {
  const found = git(['cat-file', 'commit', commit], place);
  if (!found.ok) return found;
  const [, seconds, sign, hours, minutes] = /^committer .* (\d+) ([+-])(\d\d)(\d\d)$/m.exec(text(found.value)) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  const local = new Date((Number(seconds) + offset) * 1000);
  if (!Number.isNaN(local.getTime())) return { ok: true, value: local.toISOString().slice(0, 10) };
  return failed({ code: 'git', at: nowhere, params: { why: 'failed', detail: `${commit}: no committer` } });
}

/** All files of a commit by their path from the top of the repository. */
export function entriesOf(commit: string, place: GitPlace): Result<ReadonlyMap<string, TreeEntry>> {
  const found = git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit], place);
  if (!found.ok) return found;
  const entries = new Map<string, TreeEntry>();
  for (const line of text(found.value).split('\0')) {
    const parts = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line);
    if (parts === null) continue;
    const [, mode = '', type, oid = '', size, path = ''] = parts;
    entries.set(path, { oid, size: Number(size) || 0, isFile: type === 'blob' && mode.startsWith('100') });
  }
  return { ok: true, value: entries };
}

/** The contents of objects, by their names. */
export function blobsOf(oids: readonly string[], place: GitPlace): Result<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (oids.length === 0) return { ok: true, value: blobs };
  const found = git(['cat-file', '--batch'], place, `${oids.join('\n')}\n`);
  if (!found.ok) return found;
  const bytes = found.value;
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const [oid = '', type, size = '0'] = text(bytes.subarray(at, end)).split(' ');
    const length = type === 'blob' ? Number(size) : 0;
    if (type === 'blob') blobs.set(oid, bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + (type === 'blob' ? length + 1 : 0);
  }
  return { ok: true, value: blobs };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
