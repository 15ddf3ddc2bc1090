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

type Command = readonly [name: string, args: readonly string[]];

/**
 * Runs all commands once in each round, so that what else the machine does meets them alike. Prints the fastest run of each, what a
 * round took against the first command of that round, in the middle, and the highest peak of memory.
 */
function compare(commands: readonly Command[], than: string, runs: number): void {
  const all = Array.from({ length: runs }, () => commands.map(([, args]) => run(args)));
  for (const [index, [name]] of commands.entries()) {
    const pairs = all.flatMap((round) => {
      const [first, mine] = [round[0], round[index]];
      return first === undefined || mine === undefined ? [] : [{ first: first.ms, ms: mine.ms, mib: mine.mib }];
    });
    const fastest = Math.min(...pairs.map(({ ms }) => ms));
    const ratio = median(pairs.map(({ ms, first }) => ms / first));
    const more = median(pairs.map(({ ms, first }) => ms - first));
    const peak = Math.max(...pairs.map(({ mib }) => mib));
    console.log(
      `${name.padEnd(34)}${fastest.toFixed(0).padStart(8)} ms${ratio.toFixed(2).padStart(7)} × ${than.padEnd(10)}` +
        `${`${more < 0 ? '' : '+'}${more.toFixed(0)} ms`.padStart(10)}${peak.toFixed(0).padStart(8)} MiB`,
    );
  }
}

function run(args: readonly string[]): { readonly ms: number; readonly mib: number } {
  const begin = performance.now();
  const ran = spawnSync(process.execPath, ['--import', memoryHook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const ms = performance.now() - begin;
  const peak = /peak (\d+)/.exec(ran.stderr)?.[1];
  if (peak === undefined || (ran.status ?? 3) > 1) throw new Error(`${args.join(' ')} failed:\n${ran.stderr}`);
  return { ms, mib: Number(peak) / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Tells the peak of the memory when the process ends; so small that bare Node can carry it too. */
const memoryHook =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';

const folder = mkdtempSync(join(tmpdir(), 'kompass-bench-'));
try {
  oneFile();
  for (const count of [1_000, 10_000]) manyFiles(count);
} finally {
  rmSync(folder, { recursive: true });
}

function oneFile(): void {
  const commands: readonly Command[] = [
    ['bare Node', ['-e', '0']],
    ['kompass --version', ['bin/kompass.js', '--version']],
    ['kompass check, one file', [...kompass, example, ...day]],
  ];
  compare(commands, 'bare Node', rounds * 3);
}

function manyFiles(count: number): void {
  const files = join(folder, String(count));
  mkdirSync(files);
  cpSync('fixtures/use-cases/nachweise', join(files, 'nachweise'), { recursive: true });
  const text = readFileSync(example, 'utf8');
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(files, `u${index}.yaml`), text.replace('id: buerger-chatbot', `id: anwendungsfall-${index}`));
  const check = [...kompass, files, ...day];
  console.log(`\n${count} files`);
  const commands: readonly Command[] = [
    ['reading and parsing alone', ['bench/floor.mjs', files]],
    ['terminal', check],
    ['terminal --quiet', [...check, '--quiet']],
    ['ndjson', [...check, '--format', 'ndjson']],
    ['json', [...check, '--format', 'json']],
    ['json --explain', [...check, '--format', 'json', '--explain']],
    ['register, html', ['bin/kompass.js', 'register', files, ...day, '--format', 'html']],
  ];
  compare(commands, 'floor', count > 1_000 ? 3 : rounds);
}
