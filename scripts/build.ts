// Makes dist/: the built-in rules as JSON, and the program with everything it needs from npm in a few files, which start quicker.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { readBook } from '../src/read/book.ts';
import { problemLine, readRulesFolder } from './rules-folder.ts';

const target = 'dist';

const book = readBook(readRulesFolder('rules'));
if (book.ok) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  writeFileSync(`${target}/rules.json`, JSON.stringify(book.value));
  await bundle();
} else {
  for (const problem of book.problems) console.error(problemLine(problem));
  process.exitCode = 2;
}

async function bundle(): Promise<void> {
  const build = await rolldown({ input: 'src/main.ts', platform: 'node', treeshake: true });
  await build.write({ dir: target, format: 'esm', minify: true, chunkFileNames: '[name]-[hash].js' });
  await build.close();
}
