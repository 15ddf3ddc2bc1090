import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

/**
 * Waits for work in which a library rejects promises that nobody waits for, as PDF.js does in damaged files: each of them would end the
 * program in the middle of its output. `strays`: how many there were. Nothing else may run meanwhile, or its strays count too.
 */
export async function sheltered<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly strays: number }> {
  let strays = 0;
  const count = (): void => {
    strays += 1;
  };
  process.on('unhandledRejection', count);
  let value: T;
  try {
    value = await work();
  } finally {
    // Node tells of a stray only once all that waits has run.
    await setImmediate();
    process.off('unhandledRejection', count);
  }
  return { value, strays };
}
