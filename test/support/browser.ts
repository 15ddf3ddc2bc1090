import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './world.ts';

/** A folder with a program called `chromium` that does this. */
export function fakeBrowser(script: string): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'chromium'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'chromium'), 0o755);
  return folder;
}

/** What such a program does to write this where the PDF is expected. */
export const writes = (text: string): string =>
  `for a; do case $a in --print-to-pdf=*) printf '%s' '${text}' > "\${a#*=}";; esac; done`;
