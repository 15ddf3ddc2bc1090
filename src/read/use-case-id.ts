import type { UseCaseId } from '../model/ids.ts';
import { complain, type Desk, nameOf } from './shape.ts';
import { clip, type Tree } from './yaml.ts';

export const isUseCaseId = (id: string): id is UseCaseId => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);

export function idOf(desk: Desk, tree: Tree | null, key = 'id'): UseCaseId | null {
  const id = tree === null ? null : nameOf(desk, tree, key);
  if (tree === null || id === null) return null;
  if (isUseCaseId(id)) return id;
  return complain(desk, tree.at, { code: 'bad-id', params: { id: clip(id) } });
}
