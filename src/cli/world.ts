import type { Prompter } from '../interview/prompter.ts';
import type { FailLevel } from '../model/assessment.ts';
import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadConfig } from '../read/config.ts';

/** A stream that text is written to; `isTTY`, `columns` and `rows` as Node's streams have them. */
export interface Sink {
  write(chunk: string | Uint8Array): boolean;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
  readonly destroyed?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** What a `.kompass.yaml` settles; null: nothing. Paths are relative to the working folder. */
export interface Configuration {
  readonly file: string;
  readonly language: Language | null;
  /** Each counts where the option of this name is not given. */
  readonly options: {
    readonly rules: string | null;
    readonly profile: string | null;
    readonly failOn: FailLevel | null;
    readonly requireApproval: boolean | null;
  };
  readonly evidenceRoot: string | null;
  readonly additions: ReadConfig['additions'];
  readonly problems: readonly Problem[];
}

/** Everything outside the program: arguments, environment, streams, clock, and where the built rules lie. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly now: () => Date;
  /** None found, or none wanted: undefined. */
  readonly config?: Configuration;
  /** Who is asked instead of a person at the terminal. */
  readonly prompter?: Prompter;
  /** The version of Node.js. */
  readonly node: string;
  /** The compiled rule book (JSON). */
  readonly rules: URL;
  /** The folder with the rules as they are written (YAML). */
  readonly ruleFiles: URL;
  /** The package.json whose version is ours. */
  readonly version: URL;
}

/** Writes and waits while the reader is slower than we are; a reader that has gone away is no error. */
export async function write(sink: Sink, chunk: string | Uint8Array): Promise<void> {
  if (chunk.length === 0 || sink.destroyed === true || sink.write(chunk)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      sink.off('drain', done);
      sink.off('close', done);
      resolve();
    };
    sink.once('drain', done);
    sink.once('close', done);
  });
}
