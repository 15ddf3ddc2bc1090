// Times whole processes in one run and prints ratios: one file against bare Node, many files against the parse floor.
//   npm run build && npm run bench [-- rounds]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = Number(process.argv[2] ?? 7);
const example = 'fixtures/use-cases/buerger-chatbot.yaml';
const day = ['--as-of', '2026-11-24'];
const kompass = ['bin/kompass.js', 'check'];

interface Timed {
  readonly ms: number;
  readonly mib: number;
}

/** The fastest of some runs, and the most memory that any of them took. */
function timed(args: readonly string[], runs: number): Timed {
  const all = Array.from({ length: runs }, () => once(args));
  return { ms: Math.min(...all.map(({ ms }) => ms)), mib: Math.max(...all.map(({ mib }) => mib)) };
}

function once(args: readonly string[]): Timed {
  const begin = performance.now();
  const run = spawnSync(process.execPath, ['--import', memoryHook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const ms = performance.now() - begin;
  const peak = /peak (\d+)/.exec(run.stderr)?.[1];
  if (peak === undefined || (run.status ?? 3) > 1) throw new Error(`${args.join(' ')} failed:\n${run.stderr}`);
  return { ms, mib: Number(peak) / 1024 };
}

/** Tells the peak of the memory when the process ends; so small that bare Node can carry it too. */
const memoryHook =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';

const line = (name: string, { ms, mib }: Timed, against: Timed, than: string): void =>
  console.log(
    `${name.padEnd(34)}${ms.toFixed(0).padStart(8)} ms${(ms / against.ms).toFixed(2).padStart(7)} × ${than.padEnd(10)}` +
      `${`${ms - against.ms < 0 ? '' : '+'}${(ms - against.ms).toFixed(0)} ms`.padStart(10)}${mib.toFixed(0).padStart(8)} MiB`,
  );

const folder = mkdtempSync(join(tmpdir(), 'kompass-bench-'));
try {
  oneFile();
  for (const count of [1_000, 10_000]) manyFiles(count);
} finally {
  rmSync(folder, { recursive: true });
}

function oneFile(): void {
  const bare = timed(['-e', '0'], rounds * 3);
  line('bare Node', bare, bare, 'bare Node');
  line('kompass --version', timed(['bin/kompass.js', '--version'], rounds * 3), bare, 'bare Node');
  line('kompass check, one file', timed([...kompass, example, ...day], rounds * 3), bare, 'bare Node');
}

function manyFiles(count: number): void {
  const files = join(folder, String(count));
  mkdirSync(files);
  cpSync('fixtures/use-cases/nachweise', join(files, 'nachweise'), { recursive: true });
  const text = readFileSync(example, 'utf8');
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(files, `u${index}.yaml`), text.replace('id: buerger-chatbot', `id: u-${index}`));
  const runs = count > 1_000 ? 2 : rounds;
  const floor = timed(['bench/floor.mjs', files], runs);
  console.log(`\n${count} files`);
  line('reading and parsing alone', floor, floor, 'floor');
  line('terminal', timed([...kompass, files, ...day], runs), floor, 'floor');
  line('terminal --quiet', timed([...kompass, files, ...day, '--quiet'], runs), floor, 'floor');
  line('json', timed([...kompass, files, ...day, '--format', 'json'], runs), floor, 'floor');
  line('json --explain', timed([...kompass, files, ...day, '--format', 'json', '--explain'], runs), floor, 'floor');
}
