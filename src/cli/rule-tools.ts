import { fileURLToPath } from 'node:url';
import { compile } from '../assess/compile.ts';
import { runCase, uncovered } from '../assess/run-cases.ts';
import { nowhere } from '../files/find.ts';
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
import { citationText } from '../text/citation.ts';
import { dayText, messages } from '../text/messages.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type Setting, tell } from './tell.ts';
import { write } from './world.ts';

/** The day on which cases are looked at that name none. */
const casesAsOf = parseIsoDate('2026-11-24');

interface Loaded {
  readonly files: readonly TextFile[];
  readonly book: RuleBook;
}

/** The rules as they are written: cases and reviews are not in the book that the build makes. */
function load(packs: readonly string[], { world }: Setting): Result<Loaded> {
  const files: TextFile[] = [];
  for (const { name, bytes } of readRulesFolder(fileURLToPath(world.ruleFiles), 'rules')) {
    const text = decodeUtf8(bytes, name);
    if (!text.ok) return text;
    files.push({ name, text: text.value });
  }
  const book = readBook(files);
  if (!book.ok) return book;
  const known = book.value.packs.map(({ id }): string => id);
  const problems = packs
    .filter((pack) => !known.includes(pack))
    .map((pack): Problem => ({
      code: 'unknown-value',
      at: nowhere,
      params: { key: 'pack', found: pack, near: nearest(pack, known), known },
    }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { files, book: book.value } };
}

const packOf = (rule: string): string => rule.slice(0, rule.indexOf('.'));
const place = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

/** `kompass rules test [PACK…]`: the cases beside the rules, and what they do not show. Exit code 1 when a case fails or something is not shown. */
export async function testRules(packs: readonly string[], setting: Setting): Promise<ExitCode> {
  const loaded = load(packs, setting);
  if (!loaded.ok) return refuse(loaded.problems, setting);
  const { files, book } = loaded.value;
  if (casesAsOf === null) throw new Error('The day of the cases is no day.');
  const read = readCases(files, book, casesAsOf);
  if (!read.ok) return refuse(read.problems, setting);
  const say = messages[setting.language].rules;
  const isWanted = (rule: string): boolean => packs.length === 0 || packs.includes(packOf(rule));
  const compiled = compile(book);
  const results = read.value.filter(({ rule }) => isWanted(rule)).map((one) => runCase(one, compiled));
  const failed = results.filter(({ passed }) => !passed);
  const missing = uncovered(compiled, read.value).filter(({ rule }) => isWanted(rule.id));
  const lines = [
    ...failed.map(({ case: { rule, name, at, expect }, got }) =>
      say.failed(place(at), rule, name, expect, got ?? say.nothing),
    ),
    ...missing.map(({ rule, missing: what }) => say.notShown(place(rule.at), rule.id, what)),
    say.tested(results.length - failed.length, failed.length),
  ];
  await write(setting.world.stdout, `${lines.join('\n')}\n`);
  return failed.length + missing.length > 0 ? exitCode.failed : exitCode.passed;
}

/** `kompass rules review`: what nobody has compared with its source, what rests on uncertain law, and which dates lie ahead. */
export async function reviewRules(packs: readonly string[], setting: Setting): Promise<ExitCode> {
  const loaded = load(packs, setting);
  if (!loaded.ok) return refuse(loaded.problems, setting);
  const { files, book } = loaded.value;
  const { language, world } = setting;
  const say = messages[language].rules;
  const isWanted = (rule: string): boolean => packs.length === 0 || packs.includes(packOf(rule));
  const textOf = (name: string): readonly string[] =>
    files.filter((file) => file.name.endsWith(`/${name}`)).map(({ text }) => text);
  const [sources = ''] = textOf('sources.yaml');
  const reviews = reviewsIn(textOf('reviews.yaml'));
  const unread = [
    ...reviews.pending.map((rule) => `${rule}: ${say.waits}`),
    ...unreviewed(comparables(book, sources), reviews),
  ].filter(isWanted);
  const uncertain = book.rules.filter((rule) => rule.certainty !== 'settled' && isWanted(rule.id));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say.unread, unread],
    [say.uncertain, uncertain.map((rule) => `${rule.id}: ${rule.note?.[language] ?? rule.certainty}`)],
    [say.ahead, datesAhead(book, today(world.now()), setting)],
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

function today(now: Date): IsoDate | null {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return parseIsoDate(local.toISOString().slice(0, 10));
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

async function refuse(problems: readonly Problem[], setting: Setting): Promise<ExitCode> {
  await tell(problems, setting);
  return exitCode.wrongInput;
}
