import type { DiffReporter, DiffRun } from './run.ts';

/** The formats of a comparison; one costs nothing until it is chosen. */
export const diffReporters = {
  terminal: async () => (await import('./terminal.ts')).diffTerminal,
  json: async () => (await import('./json.ts')).diffJson,
  markdown: async () => (await import('./markdown.ts')).diffMarkdown,
} satisfies Record<string, () => Promise<(run: DiffRun) => DiffReporter>>;
export type DiffFormat = keyof typeof diffReporters;
export const diffFormats = Object.keys(diffReporters) as readonly DiffFormat[];
