import type { Problem } from '../../model/problem.ts';
import { parseYaml, type Tree } from '../yaml.ts';

/** The files of a rules folder by what they hold. Null: missing. */
export interface RuleFiles {
  readonly catalogue: Tree | null;
  readonly roles: Tree | null;
  readonly sources: Tree | null;
  readonly dates: Tree | null;
  readonly facts: readonly Tree[];
  readonly packs: readonly PackFiles[];
}
export interface PackFiles {
  /** The name of the folder. */
  readonly folder: string;
  readonly head: Tree | null;
  readonly rules: readonly Tree[];
}

const heads = ['catalogue', 'roles', 'sources', 'dates'] as const;
const noRules = /\.test\.yaml$|(?:^|\/)reviews\.yaml$/;

interface Parsed {
  readonly folder: string;
  readonly file: string;
  readonly tree: Tree;
}

/** Parses the files and tells them apart by name and folder, as `rules/README.md` lists them. */
export function sortFiles(files: readonly { readonly name: string; readonly text: string }[]): {
  readonly files: RuleFiles;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const wanted = files.filter(({ name }) => !noRules.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parsed = wanted.flatMap(({ name, text }): Parsed[] => {
    const tree = parseYaml(text, name);
    if (tree.ok) return [{ ...split(name), tree: tree.value }];
    problems.push(...tree.problems);
    return [];
  });
  const head = (name: (typeof heads)[number]): Tree | null => {
    const found = parsed.find(({ file }) => file === `${name}.yaml`)?.tree ?? null;
    const broken = problems.some(({ at }) => split(at.file).file === `${name}.yaml`);
    if (found === null && !broken) problems.push(missing(`${name}.yaml`));
    return found;
  };
  const facts = parsed.filter(({ folder }) => /(?:^|\/)facts$/.test(folder)).map(({ tree }) => tree);
  const [catalogue, roles, sources, dates] = [head('catalogue'), head('roles'), head('sources'), head('dates')];
  return { files: { catalogue, roles, sources, dates, facts, packs: packsOf(parsed, problems) }, problems };
}

function packsOf(parsed: readonly Parsed[], problems: Problem[]): PackFiles[] {
  const own = parsed.filter(
    ({ folder, file }) => !/(?:^|\/)facts$/.test(folder) && !heads.some((name) => file === `${name}.yaml`),
  );
  const folders = [...new Set(own.map(({ folder }) => folder))];
  return folders.map((folder): PackFiles => {
    const here = own.filter((file) => file.folder === folder);
    const head = here.find(({ file }) => file === 'pack.yaml')?.tree ?? null;
    if (head === null) problems.push(missing(`${folder}/pack.yaml`));
    const rules = here.filter(({ file }) => file !== 'pack.yaml').map(({ tree }) => tree);
    return { folder: split(folder).file, head, rules };
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
