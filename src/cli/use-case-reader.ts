import { dirname, relative, resolve, sep } from 'node:path';
import { standardInput } from '../files/find.ts';
import { evidenceBelow, evidenceLookup, findProfile, readBytes, readStandardInput } from '../files/read.ts';
import type { Result } from '../model/problem.ts';
import type { UseCase } from '../model/use-case.ts';
import { type Profile, readProfile } from '../read/profile.ts';
import { type Catalogue, readUseCase } from '../read/use-case.ts';
import { decodeUtf8 } from '../read/yaml.ts';
import { messages } from '../text/messages.ts';
import { languageOf } from './language.ts';
import { type World, write } from './world.ts';

/** Reads one use case with its profile. Each profile is read once. */
export function createReader(
  catalogue: Catalogue,
  profilePath: string | undefined,
  world: World,
): (file: string) => Promise<Result<UseCase>> {
  const read = createTextReader(catalogue, profilePath, world);
  return async (file) => {
    const text = await textOf(file, world);
    const useCase = text.ok ? read(file, text.value) : text;
    return useCase.ok && useCase.value.documents.named.length > 0
      ? { ok: true, value: await withDocuments(useCase.value, catalogue, world) }
      : useCase;
  };
}

/** What reads documents is large, so it is loaded only for a use case that names some. */
async function withDocuments(useCase: UseCase, { wordings }: Catalogue, { cwd }: World): Promise<UseCase> {
  const [{ withTender }, { readDocument }] = await Promise.all([
    import('../read/tender/read-tender.ts'),
    import('../files/document.ts'),
  ]);
  return withTender(useCase, wordings, (path) => readDocument(path, useCase.file, cwd));
}

/** The same for a text that is to stand in the file; tender documents are not looked into. */
export function createTextReader(
  catalogue: Catalogue,
  profilePath: string | undefined,
  world: World,
): (file: string, text: string) => Result<UseCase> {
  const additions = world.config?.additions(catalogue) ?? { ok: true, value: null };
  const nearest = new Map<string, string | null>();
  const profiles = new Map<string, Result<Profile>>();
  const profileFor = (file: string): Result<Profile | null> => {
    const path = profilePath === undefined ? findProfile(file, world.cwd, nearest) : resolve(world.cwd, profilePath);
    if (path === null) return { ok: true, value: null };
    const known = profiles.get(path) ?? openProfile(path, catalogue, world);
    profiles.set(path, known);
    return known;
  };
  const lookups = new Map<string, ReturnType<typeof evidenceLookup>>();
  const lookupFor = (file: string) => {
    const folder = dirname(file);
    const known = lookups.get(folder) ?? proofsFor(file, world);
    lookups.set(folder, known);
    return known;
  };
  return (file, text) => {
    const profile = profileFor(file);
    if (!profile.ok) return profile;
    if (!additions.ok) return additions;
    const options = { profile: profile.value, fileExists: lookupFor(file), additions: additions.value };
    return readUseCase({ file, text }, catalogue, options);
  };
}

/** Looks for the evidence that a file names: in its own folder, or in the one that the configuration names. */
export const proofsFor = (file: string, { cwd, config }: World): ((path: string) => boolean) =>
  config === undefined || config.evidenceRoot === null
    ? evidenceLookup(file, cwd)
    : evidenceBelow(resolve(cwd, config.evidenceRoot));

/** The text of a file that is UTF-8, or the problem that kept us from reading it. */
export function readText(file: string, cwd: string): Result<string> {
  const bytes = readBytes(file, cwd);
  return bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
}

async function textOf(file: string, world: World): Promise<Result<string>> {
  if (file !== standardInput) return readText(file, world.cwd);
  if (world.stdin.isTTY === true) await write(world.stderr, `${messages[languageOf(world)].cli.awaitingInput}\n`);
  const bytes = await readStandardInput(world.stdin);
  return bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
}

/** One profile as `path` names it in full. */
export function openProfile(path: string, catalogue: Catalogue, world: World): Result<Profile> {
  const file = relative(world.cwd, path).split(sep).join('/');
  const text = readText(file, world.cwd);
  return text.ok ? readProfile({ file, text: text.value }, catalogue, { fileExists: proofsFor(path, world) }) : text;
}
