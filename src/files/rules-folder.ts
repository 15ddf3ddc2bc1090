import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The bytes of the YAML files of a rules folder, sorted; their names begin with `name`, with `/` on every system. */
export function readRulesFolder(folder: string, name: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({
      name: [name, ...relative(folder, path).split(sep)].filter((part) => part !== '').join('/'),
      bytes: readFileSync(path),
    }));
}
