import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Result } from '../model/problem.ts';
import type { TextFile } from '../read/book.ts';
import { decodeUtf8 } from '../read/yaml.ts';

/** The YAML files of a rules folder, sorted; their names begin with `name`, with `/` on every system. Problem: a file that is no text. */
export function readRulesFolder(folder: string, name: string): Result<readonly TextFile[]> {
  const files: TextFile[] = [];
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const path of paths) {
    const file = [name, ...relative(folder, path).split(sep)].filter((part) => part !== '').join('/');
    const text = decodeUtf8(readFileSync(path), file);
    if (!text.ok) return text;
    files.push({ name: file, text: text.value });
  }
  return { ok: true, value: files };
}
