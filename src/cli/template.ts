import { readBuiltTemplates } from '../files/book.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Template } from '../model/template.ts';
import type { UseCase } from '../model/use-case.ts';
import { nearest } from '../read/nearest.ts';
import { clip } from '../read/yaml.ts';
import type { World } from './world.ts';

/** The template that the file names; null: none. */
export function templateOf({ template }: UseCase, world: World): Result<Template | null> {
  return template === null ? { ok: true, value: null } : findTemplate(template.name, template.at, world);
}

/** `at`: where it is named. */
export function findTemplate(name: string, at: Position, world: World): Result<Template> {
  const templates = readBuiltTemplates(world.rules);
  const found = templates.find(({ id }) => id === name);
  return found === undefined ? { ok: false, problems: [unknown(name, at, templates)] } : { ok: true, value: found };
}

function unknown(name: string, at: Position, templates: readonly Template[]): Problem {
  const known = templates.map(({ id }) => id);
  const found = clip(name);
  return { code: 'unknown-template', at, params: { found, near: nearest(found, known), known } };
}
