import { dirname } from 'node:path';
import { standardInput } from '../files/find.ts';
import { keep } from '../files/keep.ts';
import { readBytes, readStandardInput } from '../files/read.ts';
import { diskSource, type Source } from '../files/source.ts';
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
  const read = createTextReader(catalogue, profilePath, diskOf(world), world.config);
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

/** The same for a text that is to stand in the file, or stood there in a revision. */
export function createTextReader(
  catalogue: Catalogue,
  profilePath: string | undefined,
  source: Source,
  config: World['config'],
): (file: string, text: string, firstLine?: number) => Result<UseCase> {
  const additions = config?.additions(catalogue) ?? { ok: true, value: null };
  const profiles = new Map<string, Result<Profile>>();
  const profileFor = (file: string): Result<Profile | null> => {
    const name = profilePath === undefined ? source.findProfile(file) : source.profileAt(profilePath);
    if (name === null) return { ok: true, value: null };
    const known = profiles.get(name) ?? openProfile(name, catalogue, source);
    profiles.set(name, known);
    return known;
  };
  const lookups = new Map<string, (path: string) => boolean>();
  const lookupFor = (file: string) => {
    const folder = dirname(file);
    const known = lookups.get(folder) ?? source.evidenceLookup(file);
    keep(lookups, folder, known);
    return known;
  };
  return (file, text, firstLine = 1) => {
    const profile = profileFor(file);
    if (!profile.ok) return profile;
    if (!additions.ok) return additions;
    const options = { profile: profile.value, fileExists: lookupFor(file), additions: additions.value };
    return readUseCase({ file, text, firstLine }, catalogue, options);
  };
}

/** The files as they are; evidence lies below the folder of the file that names it, or in the one that the configuration names. */
export const diskOf = ({ cwd, config }: World): Source => diskSource(cwd, config?.evidenceRoot ?? null);

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

/** The text of a file wherever it lies. */
export function textIn(source: Source, file: string): Result<string> {
  const bytes = source.readBytes(file);
  return bytes.ok ? decodeUtf8(bytes.value, file) : bytes;
}

/** One profile by its shown name. */
export function openProfile(file: string, catalogue: Catalogue, source: Source): Result<Profile> {
  const text = textIn(source, file);
  return text.ok
    ? readProfile({ file, text: text.value }, catalogue, { fileExists: source.evidenceLookup(file) })
    : text;
}
