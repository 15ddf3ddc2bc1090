import { type Language, languages } from '../model/language.ts';
import type { World } from './world.ts';

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text);

export interface LanguageChoice {
  readonly language: Language;
  /** `--lang`, or the variable that says it; null: nothing does, so it is English. */
  readonly from: string | null;
}

/** `--lang`, else `KOMPASS_LANG`, else the configuration, else the locale, else English. Read before the arguments are parsed: the help needs it. */
export function languageChoice({ argv, env, config }: Pick<World, 'argv' | 'env' | 'config'>): LanguageChoice {
  const index = argv.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const flag = index < 0 ? undefined : (argv[index]?.split('=')[1] ?? argv[index + 1]);
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].find((name) => env[name]);
  const wishes = [
    { from: '--lang', wish: flag },
    { from: 'KOMPASS_LANG', wish: env['KOMPASS_LANG'] },
    { from: '.kompass.yaml', wish: config?.language ?? undefined },
    ...(locale === undefined ? [] : [{ from: locale, wish: env[locale]?.slice(0, 2).toLowerCase() }]),
  ];
  for (const { from, wish } of wishes) if (isLanguage(wish)) return { language: wish, from };
  return { language: 'en', from: null };
}

export const languageOf = (world: Pick<World, 'argv' | 'env' | 'config'>): Language => languageChoice(world).language;
