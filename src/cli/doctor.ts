import { readBuiltBook } from '../files/book.ts';
import type { RuleBook } from '../model/book.ts';
import { forTerminal } from '../report/escape.ts';
import { pageWidth, wrap } from '../report/terminal/page.ts';
import { doctorWords } from '../text/doctor-words.ts';
import { openBook } from './book.ts';
import type { DoctorOptions, Finding, Surroundings } from './doctor/finding.ts';
import { config } from './doctor/config.ts';
import { ownRules, packs } from './doctor/packs.ts';
import { profile } from './doctor/profile.ts';
import { browser, folder, languageInUse, node, program, terminal } from './doctor/surroundings.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { Setting } from './tell.ts';
import { write, type World } from './world.ts';

/** What is looked at, in this order; each look is independent of the others, so that all that is wrong is told at once. */
const looks: readonly ((surroundings: Surroundings) => Finding[] | Promise<Finding[]>)[] = [
  program,
  node,
  packs,
  ownRules,
  config,
  profile,
  languageInUse,
  terminal,
  folder,
  browser,
];

/** `kompass doctor`: what the program finds around it, and what to do where something is wrong. Exit code 2 when the user can mend something. */
export async function doctor(options: DoctorOptions, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const built = builtBook(world);
  const own = built === null || options.rules === undefined ? null : await openBook(options.rules, world);
  const surroundings = { ...setting, options, built, own };
  const findings: Finding[] = [];
  for (const look of looks) findings.push(...(await look(surroundings)));
  const say = doctorWords[language];
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  const width = pageWidth(world.stdout.columns);
  const lines = findings.flatMap((finding) => shown(finding, say.mark[finding.state], width));
  await write(world.stdout, [...lines, '', wrong === 0 ? say.allGood : say.toMend(wrong), ''].join('\n'));
  return wrong === 0 ? exitCode.passed : exitCode.wrongInput;
}

/** An installation can be damaged; that is what one asks a doctor for. */
function builtBook({ rules }: World): RuleBook | null {
  try {
    return readBuiltBook(rules);
  } catch {
    return null;
  }
}

const columns = { mark: 9, label: 15 };

function shown({ label, value, more }: Finding, mark: string, width: number): readonly string[] {
  const margin = ' '.repeat(columns.mark + columns.label);
  const room = width - margin.length;
  const [first = '', ...rest] = [value, ...more].flatMap((text) => wrap(forTerminal(text), room));
  return [mark.padEnd(columns.mark) + label.padEnd(columns.label) + first, ...rest.map((line) => margin + line)];
}
