import { readdirSync } from 'node:fs';

export const useCaseFolder = 'fixtures/use-cases';

/** The use-case files of the fixtures, by their path below `useCaseFolder`, with `/`; profiles are none. */
export const useCaseFiles: readonly string[] = readdirSync(useCaseFolder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('kompass-profile.yaml'))
  .toSorted();
