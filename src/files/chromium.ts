import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem, Result } from '../model/problem.ts';
import { nowhere } from './find.ts';

/** What finds and runs a browser; of the environment it sees only what it needs. */
export type BrowserPlace = Readonly<Record<string, string | undefined>>;

/** As Chromium is called on one system or another. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/** Where installers put it that do not touch the path. */
function usualPlaces(env: BrowserPlace): readonly string[] {
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  return [
    ...windows.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ];
}

/** The installed Chromium: the one that `CHROME_PATH` names, and only that, else the first of the path. */
export function findChromium(env: BrowserPlace): Result<string> {
  const named = env['CHROME_PATH'] ?? '';
  const candidates =
    named === ''
      ? [...pathOf(env).flatMap((folder) => names.flatMap((name) => inFolder(folder, name))), ...usualPlaces(env)]
      : [named];
  const found = candidates.find((file) => isAbsolute(file) && existsSync(file));
  return found === undefined ? failed('missing', named) : { ok: true, value: found };
}

const inFolder = (folder: string, name: string): readonly string[] => [join(folder, name), join(folder, `${name}.exe`)];

/** A relative entry of the path would run what lies in the working folder. */
const pathOf = (env: BrowserPlace): readonly string[] =>
  (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute);

const failed = (why: 'missing' | 'too-slow' | 'failed', detail: string): { ok: false; problems: [Problem] } => ({
  ok: false,
  problems: [{ code: 'pdf', at: nowhere, params: { why, detail } }],
});

const patience = 120_000;

/**
 * A page printed to PDF by an installed Chromium (docs/a-pdf-is-a-printed-page.md). It gets a folder of its own, which is gone afterwards,
 * and no network.
 */
export async function printPage(
  page: string,
  browser: string,
  env: BrowserPlace,
  limit = patience,
): Promise<Result<Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'kompass-pdf-'));
  try {
    const source = join(folder, 'report.html');
    const target = join(folder, 'report.pdf');
    writeFileSync(source, page);
    const why = await run(browser, flags(folder, target, source), folder, env, limit);
    if (why === 'too-slow') return failed('too-slow', String(limit / 1000));
    const pdf = existsSync(target) ? readFileSync(target) : null;
    // Chromium ends well even where it has printed nothing.
    return pdf?.subarray(0, 5).toString() === '%PDF-' ? { ok: true, value: pdf } : failed('failed', why);
  } finally {
    // A browser that was ended may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Scripts cannot be switched off, for Chromium prints by one of its own; the page's policy forbids them. */
const flags = (folder: string, target: string, source: string): readonly string[] => [
  '--headless',
  // As root Chromium starts only without its sandbox; else it stays, and where it cannot work there is no PDF.
  ...(userInfo().uid === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${join(folder, 'profile')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${target}`,
  pathToFileURL(source).href,
];

const kept = ['SystemRoot', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramData', 'windir', 'TZ'];

/** What it complained of; empty: of nothing. */
function run(
  browser: string,
  args: readonly string[],
  folder: string,
  env: BrowserPlace,
  limit: number,
): Promise<string> {
  const own = [
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'APPDATA',
    'XDG_CONFIG_HOME',
    'XDG_CACHE_HOME',
    'TMPDIR',
    'TEMP',
    'TMP',
  ];
  const environment = {
    ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    ...Object.fromEntries(own.map((name) => [name, folder])),
    PATH: pathOf(env).join(delimiter),
  };
  return new Promise((done) => {
    execFile(
      browser,
      args,
      { cwd: folder, env: environment, shell: false, timeout: limit, killSignal: 'SIGKILL', windowsHide: true },
      (error, _, complaints) => {
        if (error === null) done(complaintOf(complaints));
        else if (error.killed === true) done('too-slow');
        else done(complaintOf(complaints) || error.message.split('\n')[0] || '');
      },
    );
  });
}

/** The last line that is about more than the missing message bus of a server. */
const complaintOf = (complaints: string): string =>
  complaints
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '' && !/dbus|unexpected operator/.test(line)) ?? '';
