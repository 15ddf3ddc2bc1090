import type { Reporter, Run } from './run.ts';

/** A format costs nothing until it is chosen. */
export const reporters = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
} satisfies Record<string, () => Promise<(run: Run) => Reporter>>;
export type Format = keyof typeof reporters;
export const formats = Object.keys(reporters) as readonly Format[];
