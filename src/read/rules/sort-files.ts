import type { Problem } from '../../model/problem.ts';
import type { Tree } from '../yaml.ts';
import { parseRules } from './parse.ts';

/** The files of a rules folder by what they hold. Null: missing. */
export interface RuleFiles {
  readonly catalogue: Tree | null;
  readonly roles: Tree | null;
  readonly sources: Tree | null;
  readonly dates: Tree | null;
  /** Only an organisation has this. */
  readonly severities: Tree | null;
  readonly facts: FileGroup;
  readonly packs: readonly PackFiles[];
}
export interface FileGroup {
  readonly trees: readonly Tree[];
  /** False: there are more, which are not YAML. */
  readonly complete: boolean;
}
export interface PackFiles {
  /** The name of the folder. */
  readonly folder: string;
  readonly head: Tree | null;
  readonly rules: FileGroup;
}

const heads = ['catalogue', 'roles', 'sources', 'dates', 'severities'] as const;
type Head = (typeof heads)[number];

/** Whose folder it is: the built-in rules need every list; an organisation may add some, and raise severities. */
const owners = {
  builtIn: { needed: ['catalogue', 'roles', 'sources', 'dates'], refused: ['severities'] },
  organisation: { needed: [], refused: ['catalogue', 'roles'] },
} as const satisfies Readonly<Record<string, { readonly needed: readonly Head[]; readonly refused: readonly Head[] }>>;
type Owner = keyof typeof owners;
const noRules = /\.test\.yaml$|(?:^|\/)(?:equivalent|reviews)\.yaml$/;

interface Parsed {
  readonly folder: string;
  readonly file: string;
  /** Null: it is not YAML. */
  readonly tree: Tree | null;
}

/** Parses the files and tells them apart by name and folder, as `rules/README.md` lists them. */
export function sortFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  owner: Owner,
): {
  readonly files: RuleFiles;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const wanted = files.filter(({ name }) => !noRules.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parsed = wanted.map(({ name, text }): Parsed => {
    const tree = parseRules(text, name);
    if (!tree.ok) problems.push(...tree.problems);
    return { ...split(name), tree: tree.ok ? tree.value : null };
  });
  const [catalogue, roles, sources, dates, severities] = [
    headOf('catalogue', parsed, owner, problems),
    headOf('roles', parsed, owner, problems),
    headOf('sources', parsed, owner, problems),
    headOf('dates', parsed, owner, problems),
    headOf('severities', parsed, owner, problems),
  ];
  const facts = groupOf(parsed.filter(({ folder }) => isFacts(folder)));
  const packs = packsOf(parsed, problems);
  return { files: { catalogue, roles, sources, dates, severities, facts, packs }, problems };
}

const isFacts = (folder: string): boolean => /(?:^|\/)facts$/.test(folder);

function groupOf(parsed: readonly Parsed[]): FileGroup {
  return { trees: parsed.flatMap(({ tree }) => tree ?? []), complete: parsed.every(({ tree }) => tree !== null) };
}

/** The one file of this name, outermost; a second one would be passed over in silence. */
function headOf(name: Head, parsed: readonly Parsed[], owner: Owner, problems: Problem[]): Tree | null {
  const { needed, refused }: { needed: readonly Head[]; refused: readonly Head[] } = owners[owner];
  const file = `${name}.yaml`;
  const [found, ...more] = parsed
    .filter((one) => one.file === file)
    .toSorted((a, b) => depthOf(a.folder) - depthOf(b.folder));
  if (found === undefined && needed.includes(name)) problems.push(missing(file));
  if (found !== undefined && refused.includes(name)) {
    const known = heads.filter((head) => !refused.includes(head)).map((head) => `${head}.yaml`);
    const at = { file: join(found.folder, file), line: 1, column: 1 };
    problems.push({ code: 'unknown-value', at, params: { key: 'file', found: file, near: null, known } });
  }
  for (const { folder } of more) {
    const params = { id: file, first: join(found?.folder ?? '', file) };
    problems.push({ code: 'duplicate-id', at: { file: join(folder, file), line: 1, column: 1 }, params });
  }
  return found?.tree ?? null;
}

const depthOf = (folder: string): number => (folder === '' ? 0 : folder.split('/').length);
const join = (folder: string, file: string): string => (folder === '' ? file : `${folder}/${file}`);

function packsOf(parsed: readonly Parsed[], problems: Problem[]): PackFiles[] {
  const own = parsed.filter(({ folder, file }) => !isFacts(folder) && !heads.some((name) => file === `${name}.yaml`));
  const folders = [...new Set(own.map(({ folder }) => folder))];
  return folders.map((folder): PackFiles => {
    const here = own.filter((file) => file.folder === folder);
    const head = here.find(({ file }) => file === 'pack.yaml');
    if (head === undefined) problems.push(missing(join(folder, 'pack.yaml')));
    const rules = groupOf(here.filter(({ file }) => file !== 'pack.yaml'));
    return { folder: split(folder).file, head: head?.tree ?? null, rules };
  });
}

function split(name: string): { folder: string; file: string } {
  const slash = name.lastIndexOf('/');
  return { folder: slash < 0 ? '' : name.slice(0, slash), file: name.slice(slash + 1) };
}

const missing = (path: string): Problem => ({
  code: 'not-found',
  at: { file: path, line: 1, column: 1 },
  params: { path },
});
