import { type Language, languages } from '../model/language.ts';
import type { World } from './world.ts';

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text);

/** `--lang`, else `KOMPASS_LANG`, else the locale, else English. Read before the arguments are parsed: the help needs it. */
export function languageOf({ argv, env }: Pick<World, 'argv' | 'env'>): Language {
  const index = argv.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const flag = index < 0 ? undefined : (argv[index]?.split('=')[1] ?? argv[index + 1]);
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value);
  const wishes = [flag, env['KOMPASS_LANG'], locale?.slice(0, 2).toLowerCase()];
  return wishes.find(isLanguage) ?? 'en';
}
