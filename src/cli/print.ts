import { findChromium, printPage } from '../files/chromium.ts';
import type { Draft } from '../files/write.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { World } from './world.ts';

/** A draft that keeps a page, and gets the page as PDF when it is printed. */
export interface PrintedDraft {
  readonly draft: Draft;
  readonly print: () => Promise<readonly Problem[]>;
}

/** The browser is looked for at once: what cannot be printed need not be checked first. */
export function printed(draft: Draft, { env }: Pick<World, 'env'>): Result<PrintedDraft> {
  const browser = findChromium(env);
  if (!browser.ok) return browser;
  const chunks: (string | Uint8Array)[] = [];
  return {
    ok: true,
    value: {
      draft: {
        ...draft,
        write: async (chunk) => {
          chunks.push(chunk);
        },
      },
      print: async () => {
        const pdf = await printPage(chunks.join(''), browser.value, env);
        if (!pdf.ok) return pdf.problems;
        await draft.write(pdf.value);
        return [];
      },
    },
  };
}
