import { relative, resolve, sep } from 'node:path';
import { findProfile } from '../../files/read.ts';
import { prepareCatalogue } from '../../read/catalogue.ts';
import { doctorWords } from '../../text/doctor-words.ts';
import { diskOf, openProfile } from '../use-case-reader.ts';
import { type Finding, problemLines, type Surroundings } from './finding.ts';

/** The profile that a use case in the working folder would have. */
export function profile({ options, built, own, world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const book = own?.ok === true ? own.value.book : built;
  if (book === null) return [];
  const { cwd } = world;
  const { profile: label } = say.label;
  // Any name will do: only its folder counts.
  const path = options.profile === undefined ? findProfile('-', cwd, new Map()) : resolve(cwd, options.profile);
  if (path === null) return [{ state: 'note', label, value: say.profileNone, more: [say.profileNoneHint] }];
  const read = openProfile(relative(cwd, path).split(sep).join('/'), prepareCatalogue(book), diskOf(world));
  if (read.ok) {
    const { file, title, packs } = read.value;
    return [{ state: 'good', label, value: say.profileGood(file), more: [title, say.chosen([...packs])] }];
  }
  const more = [say.mend, ...problemLines(read.problems, language)];
  return [{ state: 'wrong', label, value: say.profileBroken(relative(cwd, path)), more }];
}
