import type { RegisterReporter } from './run.ts';

/** A format costs nothing until it is chosen. */
export const registerReporters = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
  'algorithm-register': async () => (await import('./algorithm-register.ts')).algorithmRegister,
  html: async () => (await import('./html.ts')).htmlPage,
} satisfies Record<string, () => Promise<RegisterReporter>>;
export type RegisterFormat = keyof typeof registerReporters;
export const registerFormats = Object.keys(registerReporters) as readonly RegisterFormat[];
