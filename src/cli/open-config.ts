import { dirname, join, relative, sep } from 'node:path';
import { placeBelow } from '../files/config.ts';
import type { Problem } from '../model/problem.ts';
import { type PlacedPath, readConfig, unread } from '../read/config.ts';
import { clip } from '../read/yaml.ts';
import { readText } from './use-case-reader.ts';
import type { Configuration } from './world.ts';

/** A configuration, its paths as seen from the working folder. What is wrong in it is told when a command needs the rules. */
export function openConfig(path: string, cwd: string): Configuration {
  const file = shown(cwd, path);
  const text = readText(file, cwd);
  const { settings, problems, additions } = text.ok ? readConfig(text.value, file) : unread(text.problems);
  const faults: Problem[] = [...problems];
  const folder = dirname(path);
  const placed = (written: PlacedPath | null): string | null => {
    if (written === null) return null;
    const place = placeBelow(folder, written.path);
    if (place !== 'inside') faults.push(misplaced(written, place));
    return place === 'inside' ? shown(cwd, join(folder, written.path)) : null;
  };
  const { language, failOn, requireApproval } = settings;
  const options = { rules: placed(settings.rules), profile: placed(settings.profile), failOn, requireApproval };
  const evidenceRoot = placed(settings.evidenceRoot);
  return { file, language, options, evidenceRoot, additions, problems: faults };
}

/** Relative to the working folder, with `/`; the folder itself is `.`. */
const shown = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';

const misplaced = ({ path, at }: PlacedPath, place: 'outside' | 'missing'): Problem =>
  place === 'outside'
    ? { code: 'bad-path', at, params: { path: clip(path), why: 'outside' } }
    : { code: 'not-found', at, params: { path: clip(path) } };
