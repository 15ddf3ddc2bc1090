#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import v8 from 'node:v8';

// Node 22 and later keep the compiled bundle; Node 20 does not know the call.
module.enableCompileCache?.();
// V8 lets the heap grow to four times what is in use; of thousands of files little is in use at a time, and half as much again costs no time.
v8.setFlagsFromString('--heap-growing-percent=50');
const { main } = await import('../dist/main.js');

// A closed pipe (`| head`) is not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  // Node opens the stream when it is first asked for, which takes its time.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  node: process.versions.node,
  rules: new URL('../dist/rules.json', import.meta.url),
  ruleFiles: new URL('../rules/', import.meta.url),
  version: new URL('../package.json', import.meta.url),
});
