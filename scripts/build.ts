// Makes dist/: the built-in rules, the typical cases and the papers as JSON, and the program with everything it needs from npm in a few files, which start quicker.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import type { RuleBook } from '../src/model/book.ts';
import type { Problem } from '../src/model/problem.ts';
import { readBook } from '../src/read/book.ts';
import { readDocuments } from '../src/read/document-template.ts';
import { prepareCatalogue } from '../src/read/catalogue.ts';
import { readMapping } from '../src/read/import/mapping.ts';
import { readTemplates } from '../src/read/template.ts';
import { problemLine, readRulesFolder } from './rules-folder.ts';

const target = 'dist';

/** The files of ours that these load as soon as they are loaded themselves. */
function loadedBy(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries.map((entry) => join(import.meta.dirname, '..', entry)));
  for (const file of found)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gms,
    ))
      found.add(join(dirname(file), path ?? ''));
  return found;
}

/** Every command. */
const loadedAtStart = loadedBy('src/main.ts');

/** A plain check at the terminal. */
const loadedByCheck = loadedBy('src/cli/check.ts', 'src/report/terminal.ts');

/** What every command needs, and what `check` needs besides: the fewer files, the sooner Node has found them all. */
const groups = [
  {
    name: 'base',
    test: (id: string): boolean => loadedAtStart.has(id) || /node_modules\/commander\//.test(id),
    priority: 2,
  },
  {
    name: 'check',
    test: (id: string): boolean => loadedByCheck.has(id) || /node_modules\/(yaml|chalk|fast)/.test(id),
    priority: 1,
  },
];

const book = readBook(readRulesFolder('rules'));
const templates = book.ok ? readTemplates(readRulesFolder('templates/cases'), book.value) : book;
const documents = book.ok
  ? readDocuments(readRulesFolder('templates/documents'), {
      book: book.value,
      sources: { name: 'rules/sources.yaml', text: readFileSync('rules/sources.yaml', 'utf8') },
    })
  : book;
const mappings = readRulesFolder('templates/imports');
const mistakes = book.ok ? mappingProblems(book.value) : [];
if (book.ok && templates.ok && documents.ok && mistakes.length === 0) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  writeFileSync(`${target}/rules.json`, ascii(JSON.stringify(book.value)));
  writeFileSync(`${target}/templates.json`, ascii(JSON.stringify(templates.value)));
  writeFileSync(`${target}/documents.json`, ascii(JSON.stringify(documents.value)));
  const named = mappings.map(({ name, text }) => ({ name: basename(name, '.yaml'), text }));
  writeFileSync(`${target}/mappings.json`, ascii(JSON.stringify(named)));
  writeFileSync(`${target}/LICENCES.txt`, licences(await bundle()));
} else {
  const failed = book.ok ? [templates, documents] : [book];
  const problems = failed.flatMap((result) => (result.ok ? [] : result.problems));
  for (const problem of [...problems, ...mistakes]) console.error(problemLine(problem));
  process.exitCode = 2;
}

/** A mapping is read again by whoever uses it, since the rules may be others. */
function mappingProblems(rules: RuleBook): readonly Problem[] {
  return mappings.flatMap(({ name, text }) => {
    const mapping = readMapping(text, name, prepareCatalogue(rules));
    return mapping.ok ? [] : mapping.problems;
  });
}

/** All other characters escaped: Node reads and parses such a file more than twice as fast. */
function ascii(json: string): string {
  return json.replaceAll(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The folders of the packages that went in. */
async function bundle(): Promise<readonly string[]> {
  // The package's other build is CommonJS, of which nothing unused can be left out.
  const alias = { yaml: join(import.meta.dirname, '../node_modules/yaml/browser/dist/index.js') };
  const build = await rolldown({ input: 'src/main.ts', platform: 'node', treeshake: true, resolve: { alias } });
  const { output } = await build.write({
    dir: target,
    format: 'esm',
    minify: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups },
  });
  await build.close();
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const folders = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []);
  return [...new Set(folders)].toSorted();
}

/** What the packages in the bundle ask for in return: their names and licences with every copy. */
function licences(folders: readonly string[]): string {
  return folders.map(licence).join(`\n${'-'.repeat(80)}\n\n`);
}

/** Some packages leave their licence, or that of what they contain, in their repository; it stands in `licences` then. */
function licence(folder: string): string {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 13);
  const own = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const kept = join(import.meta.dirname, `licences/${name}.txt`);
  const files = [...own.slice(0, 1).map((file) => join(folder, file)), ...(existsSync(kept) ? [kept] : [])];
  if (files.length === 0) throw new Error(`${folder} has no licence`);
  return `${name}\n\n${files.map((file) => readFileSync(file, 'utf8')).join('\n')}`;
}
