import type { Problem, Result } from '../../model/problem.ts';
import { parseYaml, type Tree } from '../yaml.ts';

/** A file of the rules. zod passes over `__proto__` as if it were not there, so it is refused before. */
export function parseRules(text: string, file: string): Result<Tree> {
  const tree = parseYaml(text, file);
  if (!tree.ok) return tree;
  const problems = prototypes(tree.value);
  return problems.length === 0 ? tree : { ok: false, problems };
}

function prototypes(tree: Tree): readonly Problem[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap(prototypes);
  return [...tree.entries].flatMap(([key, { keyAt, value }]): readonly Problem[] =>
    key === '__proto__'
      ? [{ code: 'unknown-key', at: keyAt, params: { key, near: null, known: [] } }]
      : prototypes(value),
  );
}
