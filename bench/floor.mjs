// The floor of every check: reading the files of a folder and parsing them as YAML, with nothing done to them.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { parseDocument } from 'yaml';

const [, , folder] = process.argv;
for (const name of readdirSync(folder))
  if (name.endsWith('.yaml')) parseDocument(readFileSync(`${folder}/${name}`, 'utf8'));
