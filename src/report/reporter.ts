import type { Reporter, Run } from './run.ts';

/** A format costs nothing until it is chosen. */
export const reporters = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  markdown: async () => (await import('./markdown.ts')).markdown,
  csv: async () => (await import('./csv.ts')).csv,
  docx: async () => (await import('./docx.ts')).docx,
  html: async () => (await import('./html.ts')).htmlPage,
  // The same page; who writes it has it printed.
  pdf: async () => (await import('./html.ts')).htmlPage,
} satisfies Record<string, () => Promise<(run: Run) => Reporter>>;
export type Format = keyof typeof reporters;
export const formats = Object.keys(reporters) as readonly Format[];
