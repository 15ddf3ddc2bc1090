import { fileURLToPath } from 'node:url';
import { compile } from '../assess/compile.ts';
import { runCase, uncovered } from '../assess/run-cases.ts';
import { nowhere } from '../files/find.ts';
import { readBuiltBook } from '../files/book.ts';
import { readRulesFolder } from '../files/rules-folder.ts';
import type { RuleBook } from '../model/book.ts';
import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import { readBook, type TextFile } from '../read/book.ts';
import { readCases } from '../read/cases.ts';
import { nearest } from '../read/nearest.ts';
import { comparables, reviewsIn, unreviewed } from '../read/reviews.ts';
import { decodeUtf8 } from '../read/yaml.ts';
import { failureText } from '../report/case-failure.ts';
import { citationText } from '../text/citation.ts';
import { dayText, messages } from '../text/messages.ts';
import { builtInSources, openBook, unlessMistaken } from './book.ts';
import { today } from './day.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { RuleOptions } from './rules.ts';
import { type Setting, refuse } from './tell.ts';
import { type World, write } from './world.ts';

/** The day on which cases are looked at that name none. */
const casesAsOf = parseIsoDate('2026-11-24');

interface Loaded {
  /** Those of the packs that are looked at, cases and reviews among them. */
  readonly files: readonly TextFile[];
  readonly sources: readonly TextFile[];
  readonly book: RuleBook;
  readonly packs: ReadonlySet<string>;
}

/** The built-in packs or those of an organisation, as they are written. `packs`: only these; none: all of them. */
async function load(packs: readonly string[], { rules }: RuleOptions, { world }: Setting): Promise<Result<Loaded>> {
  const read = rules === undefined ? unlessMistaken(builtIn(world), world) : await openBook(rules, world);
  if (!read.ok) return read;
  const { book, files } = read.value;
  const others = rules === undefined ? [] : readBuiltBook(world.rules).packs.map(({ id }) => id);
  const known = book.packs.map(({ id }) => id).filter((id) => !others.includes(id));
  const problems = packs
    .filter((pack) => !known.some((id) => id === pack))
    .map((pack): Problem => ({
      code: 'unknown-value',
      at: nowhere,
      params: { key: 'pack', found: pack, near: nearest(pack, known), known },
    }));
  if (problems.length > 0) return { ok: false, problems };
  const own = files.filter(({ name }) => /(?:^|\/)sources\.yaml$/.test(name));
  const sources = rules === undefined ? own : [builtInSources(world), ...own];
  return { ok: true, value: { files, sources, book, packs: new Set(packs.length === 0 ? known : packs) } };
}

/** Cases and reviews are not in the book that the build makes. */
function builtIn(world: World): Result<{ readonly book: RuleBook; readonly files: readonly TextFile[] }> {
  const files: TextFile[] = [];
  for (const { name, bytes } of readRulesFolder(fileURLToPath(world.ruleFiles), 'rules')) {
    const text = decodeUtf8(bytes, name);
    if (!text.ok) return text;
    files.push({ name, text: text.value });
  }
  const book = readBook(files);
  return book.ok ? { ok: true, value: { files, book: book.value } } : book;
}

const packOf = (rule: string): string => rule.slice(0, rule.indexOf('.'));
const place = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

/** `kompass rules test [PACK…]`: the cases beside the rules, and what they do not show. Exit code 1 when a case fails or something is not shown. */
export async function testRules(packs: readonly string[], options: RuleOptions, setting: Setting): Promise<ExitCode> {
  const loaded = await load(packs, options, setting);
  if (!loaded.ok) return refuse(loaded.problems, setting);
  const { files, book, packs: wanted } = loaded.value;
  if (casesAsOf === null) throw new Error('The day of the cases is no day.');
  const read = readCases(files, book, casesAsOf);
  if (!read.ok) return refuse(read.problems, setting);
  const say = messages[setting.language].rules;
  const isWanted = (rule: string): boolean => wanted.has(packOf(rule));
  const compiled = compile(book);
  const results = read.value.filter(({ rule }) => isWanted(rule)).map((one) => runCase(one, compiled));
  const failed = results.filter(({ passed }) => !passed);
  const missing = uncovered(compiled, read.value).filter(({ rule }) => isWanted(rule.id));
  const lines = [
    ...failed.map((result) => failureText(result, setting.language)),
    ...missing.map(({ rule, missing: what }) => say.notShown(place(rule.at), rule.id, what)),
    say.tested(results.length - failed.length, failed.length),
  ];
  await write(setting.world.stdout, `${lines.join('\n')}\n`);
  return failed.length + missing.length > 0 ? exitCode.failed : exitCode.passed;
}

/** `kompass rules review`: what nobody has compared with its source, what rests on uncertain law, and which dates lie ahead. */
export async function reviewRules(packs: readonly string[], options: RuleOptions, setting: Setting): Promise<ExitCode> {
  const loaded = await load(packs, options, setting);
  if (!loaded.ok) return refuse(loaded.problems, setting);
  const { files, sources, book, packs: wanted } = loaded.value;
  const { language, world } = setting;
  const say = messages[language].rules;
  const isWanted = (rule: string): boolean => wanted.has(packOf(rule));
  const textOf = (name: string): readonly string[] =>
    files.filter((file) => file.name.endsWith(`/${name}`)).map(({ text }) => text);
  const reviews = reviewsIn(textOf('reviews.yaml'));
  const rules = comparables(
    book,
    sources.map(({ text }) => text),
  );
  const unread = [
    ...reviews.pending.map((rule) => ({ rule, why: 'waits' as const })),
    ...unreviewed(rules, reviews),
  ].filter(({ rule }) => isWanted(rule));
  const uncertain = book.rules.filter((rule) => rule.certainty !== 'settled' && isWanted(rule.id));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say.unread, unread.map(({ rule, why }) => `${rule}: ${say.unreadWhy[why]}`)],
    [say.uncertain, uncertain.map((rule) => `${rule.id}: ${rule.note?.[language] ?? rule.certainty}`)],
    [say.ahead, datesAhead(book, today(world), setting)],
  ];
  const text = sections.flatMap(([heading, lines]) => [
    heading,
    ...(lines.length === 0 ? [`  ${say.none}`] : []),
    ...lines.map((line) => `  ${line}`),
    '',
  ]);
  await write(world.stdout, text.join('\n'));
  return exitCode.passed;
}

/** Each day of a named date that has not come, in the order of the days. */
function datesAhead(book: RuleBook, day: IsoDate | null, { language }: Setting): readonly string[] {
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  return book.dates
    .flatMap(({ title, cite, entries }) =>
      entries.flatMap(({ versions }) => {
        const from = versions.at(-1)?.from ?? null;
        const [first] = cite;
        const source = first === undefined ? undefined : sources.get(first.act);
        const at = first === undefined || source === undefined ? '' : ` (${citationText(first, source, language)})`;
        return from === null || (day !== null && from <= day)
          ? []
          : [{ from, text: `${dayText(from, language)}  ${title[language]}${at}` }];
      }),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ text }) => text);
}
