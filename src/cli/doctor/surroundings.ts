import { readNeededNode, readVersion } from '../../files/book.ts';
import { findChromium } from '../../files/chromium.ts';
import { openDraft } from '../../files/write.ts';
import { languages } from '../../model/language.ts';
import { doctorWords } from '../../text/doctor-words.ts';
import { colourWanted } from '../check.ts';
import { languageChoice } from '../language.ts';
import type { Finding, Surroundings } from './finding.ts';

export const program = ({ world, language }: Surroundings): Finding[] => [
  {
    state: 'good',
    label: doctorWords[language].label.program,
    value: `ki-kompass ${readVersion(world.version)}`,
    more: [],
  },
];

export function node({ world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const needed = readNeededNode(world.version);
  const good = isAtLeast(world.node, needed);
  const value = say.node(world.node, needed);
  return [{ state: good ? 'good' : 'wrong', label: say.label.node, value, more: good ? [] : [say.nodeTooOld(needed)] }];
}

/** `20.19` of `v20.20.2`: the first number that differs decides. */
function isAtLeast(found: string, needed: string): boolean {
  const [have, want] = [found, needed].map((text) => text.replace(/^v/, '').split('.').map(Number));
  const differs = want?.findIndex((number, index) => number !== have?.[index]) ?? -1;
  return differs < 0 || (have?.[differs] ?? 0) > (want?.[differs] ?? 0);
}

export function languageInUse({ world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const wish = world.env['KOMPASS_LANG'];
  const odd = wish !== undefined && wish !== '' && languages.every((known) => known !== wish);
  return [
    {
      state: odd ? 'wrong' : 'good',
      label: say.label.language,
      value: say.languageFrom(languageChoice(world).from),
      more: odd ? [say.languageOdd(wish, languages.join(', ')), say.languageFix] : [],
    },
  ];
}

export function terminal({ world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const { stdin, stdout } = world;
  const interactive = stdin.isTTY === true && stdout.isTTY === true;
  const width = stdout.isTTY === true ? say.columns(stdout.columns ?? 80) : say.noTerminal;
  return [
    {
      state: interactive ? 'good' : 'note',
      label: say.label.terminal,
      value: [width, say.colour(colourWanted({}, world)), say.interactive(interactive)].join(', '),
      more: interactive ? [] : [say.interactiveHint],
    },
  ];
}

/** Tried, not asked for: rights alone do not tell of a disk that is read-only or full. */
export async function folder({ world, language }: Surroundings): Promise<Finding[]> {
  const say = doctorWords[language];
  const draft = await openDraft('kompass-doctor', world.cwd);
  if (draft.ok) await draft.value.discard();
  const { folder: label } = say.label;
  if (draft.ok) return [{ state: 'good', label, value: say.writable(world.cwd), more: [] }];
  return [{ state: 'wrong', label, value: say.notWritable(world.cwd), more: [say.notWritableHint] }];
}

/** Nothing else needs one, so that none is no fault. */
export function browser({ world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const found = findChromium(world.env);
  const { browser: label } = say.label;
  return [
    found.ok
      ? { state: 'good', label, value: say.browser(found.value), more: [] }
      : { state: 'note', label, value: say.noBrowser, more: [say.noBrowserHint] },
  ];
}
