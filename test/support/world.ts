import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import type { ExitCode } from '../../src/cli/exit-code.ts';
import type { Sink, World } from '../../src/cli/world.ts';
import { main } from '../../src/main.ts';

const repository = resolve(import.meta.dirname, '../..');

/** What a test may set of the world; all else is fixed: the repository, 24 November 2026, no terminal, no locale. */
export interface Settings {
  readonly cwd?: string;
  readonly env?: World['env'];
  readonly stdin?: string | { readonly isTTY: true };
  /** Columns of the terminal that standard output is; none: no terminal. */
  readonly columns?: number;
  readonly stderrIsTerminal?: boolean;
  readonly rules?: URL;
  readonly prompter?: World['prompter'];
  readonly node?: string;
}

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as the command line would, and gives what it wrote. */
export async function kompass(argv: readonly string[], settings: Settings = {}): Promise<Ran> {
  const { world, stdout, stderr } = worldOf(argv, settings);
  const code = await main(world);
  return { code, out: stdout.text(), err: stderr.text() };
}

/** The world of a test, and what is written in it. */
export function worldOf(argv: readonly string[], settings: Settings = {}) {
  const { cwd = repository, env = {}, stdin = '', columns, stderrIsTerminal = false } = settings;
  const stdout = collect(columns === undefined ? {} : { isTTY: true, columns });
  const stderr = collect(stderrIsTerminal ? { isTTY: true } : {});
  const world: World = {
    argv,
    env,
    cwd,
    stdin: typeof stdin === 'string' ? input(stdin) : Object.assign(input(''), stdin),
    stdout: stdout.sink,
    stderr: stderr.sink,
    now: () => new Date('2026-11-24T12:00:00Z'),
    ...(settings.prompter === undefined ? {} : { prompter: settings.prompter }),
    node: settings.node ?? '20.20.2',
    rules: settings.rules ?? pathToFileURL(join(repository, 'dist/rules.json')),
    ruleFiles: pathToFileURL(join(repository, 'rules/')),
    version: pathToFileURL(join(repository, 'package.json')),
  };
  return { world, stdout, stderr };
}

function collect(kind: Pick<Sink, 'isTTY' | 'columns'>): { readonly sink: Sink; readonly text: () => string } {
  const chunks: string[] = [];
  const sink: Sink = {
    ...kind,
    write: (chunk) => {
      chunks.push(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
      return true;
    },
    once: () => {},
    off: () => {},
  };
  return { sink, text: () => chunks.join('') };
}

async function* input(text: string): AsyncGenerator<string> {
  if (text !== '') yield text;
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kompass-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The least that a use case can be: everything in it is unknown. */
export const bareUseCase = (id: string): string => `kompass: 1\nid: ${id}\ntitle: Fall ${id}\n`;

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The parts of the JSON report that tests look into. */
const Report = z.looseObject({
  asOf: Day,
  packs: z.array(z.looseObject({ id: z.string() })),
  problems: z.array(
    z.strictObject({ file: z.string(), line: z.int(), column: z.int(), code: z.string(), message: z.string() }),
  ),
  assessments: z.array(
    z.looseObject({
      useCase: z.strictObject({
        id: z.string(),
        title: z.string(),
        file: z.string(),
        purpose: z.string().nullable(),
        owner: z.strictObject({ unit: z.string().nullable(), role: z.string().nullable() }),
        product: z
          .strictObject({ name: z.string(), supplier: z.string().nullable(), version: z.string().nullable() })
          .nullable(),
      }),
      profile: z.string().nullable(),
      effectiveDay: Day.nullable(),
      for: z.string().nullable(),
      verdict: z.string(),
      tier: z.looseObject({ lowest: z.string(), highest: z.string() }),
      findings: z.array(z.looseObject({ rule: z.string(), state: z.string() })),
      notices: z.array(z.looseObject({ kind: z.string(), severity: z.string().nullable() })),
      classification: z.array(z.looseObject({ rule: z.string() })),
      proofs: z.array(z.looseObject({ rule: z.string(), truth: z.string() })).optional(),
      questions: z.array(
        z.looseObject({ fact: z.string(), text: z.string(), settles: z.looseObject({ tier: z.boolean() }) }),
      ),
    }),
  ),
});

const reportOf = (out: string): z.infer<typeof Report> => Report.parse(JSON.parse(out));

/** `kompass check … --format json`, read. */
export async function checkJson(
  argv: readonly string[],
  settings: Settings = {},
): Promise<Ran & { readonly report: z.infer<typeof Report> }> {
  const ran = await kompass(['check', '--format', 'json', ...argv], settings);
  return { ...ran, report: reportOf(ran.out) };
}
