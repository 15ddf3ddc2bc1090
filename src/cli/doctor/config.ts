import { doctorWords } from '../../text/doctor-words.ts';
import { type Finding, problemLines, type Surroundings } from './finding.ts';

/** The configuration that holds for this run. */
export function config({ world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const { config: label } = say.label;
  if (world.config === undefined) return [{ state: 'note', label, value: say.configNone, more: [] }];
  const { file, problems } = world.config;
  if (problems.length === 0) return [{ state: 'good', label, value: say.configGood(file), more: [] }];
  const more = [say.mend, ...problemLines(problems, language)];
  return [{ state: 'wrong', label, value: say.configBroken(file), more }];
}
