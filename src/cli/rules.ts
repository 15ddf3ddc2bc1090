import { join } from 'node:path';
import { compile, type CompiledBook } from '../assess/compile.ts';
import { nowhere } from '../files/find.ts';
import { makeFolder, openDraft } from '../files/write.ts';
import type { Rule } from '../model/rule.ts';
import { compareTiers, type Tier } from '../model/tier.ts';
import { handbook } from '../report/rule-handbook.ts';
import { listText, sheetText } from '../report/rule-sheet.ts';
import { pageWidth } from '../report/terminal/page.ts';
import { citationText } from '../text/citation.ts';
import { nearest } from '../read/nearest.ts';
import { openBook } from './book.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { type Setting, refuse } from './tell.ts';
import { write } from './world.ts';

export interface RuleOptions {
  /** The folder of an organisation. */
  readonly rules?: string;
}

export interface RuleFilter extends RuleOptions {
  readonly pack?: string;
  /** Any part of the citation, in either form: `Art. 50`, `Anhang III`. */
  readonly cite?: string;
  readonly tier?: Tier;
  readonly role?: string;
  readonly kind?: Rule['kind'];
  /** A day, month or year: `2027-12-02`, `2027-12`, `2027`. */
  readonly begins?: string;
}

/** `kompass rules list`: the rules that fit, in the order of the rule set. */
export async function listRules(filter: RuleFilter, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  if (filter.begins !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(filter.begins))
    return refuse([{ code: 'bad-date', at: nowhere, params: { found: filter.begins } }], setting);
  const opened = await openBook(filter.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const compiled = compile(opened.value.book);
  const rules = compiled.book.rules.filter((rule) => fits(rule, filter, compiled));
  await write(world.stdout, listText(rules, { compiled, language, width: pageWidth(world.stdout.columns) }));
  return exitCode.passed;
}

function fits(rule: Rule, { pack, cite, tier, role, kind, begins }: RuleFilter, compiled: CompiledBook): boolean {
  return (
    (pack === undefined || rule.pack === pack) &&
    (kind === undefined || rule.kind === kind) &&
    (tier === undefined || ('tier' in rule && rule.tier !== null && compareTiers(rule.tier, tier) === 0)) &&
    (role === undefined || roleOf(rule) === role) &&
    (cite === undefined || isCited(rule, cite, compiled)) &&
    (begins === undefined || daysOf(rule, compiled).some((day) => day.startsWith(begins)))
  );
}

/** Every day on which the rule may begin to apply, by the last word of the acts. */
function daysOf(rule: Rule, { dates }: CompiledBook): readonly string[] {
  const entries = 'appliesFrom' in rule ? (dates.get(rule.appliesFrom)?.entries ?? []) : [];
  return entries.flatMap(({ versions }) => versions.at(-1)?.from ?? []);
}

/** Whom the rule makes owe something, or which role it gives. */
const roleOf = (rule: Rule): string | null =>
  'addressee' in rule ? rule.addressee : 'role' in rule ? rule.role : null;

const isCited = (rule: Rule, part: string, { sources }: CompiledBook): boolean =>
  rule.cite.some((cite) => {
    const source = sources.get(cite.act);
    const german = source === undefined ? '' : citationText(cite, source, 'de');
    return `${cite.act} ${cite.at}\n${german}`.toLowerCase().includes(part.toLowerCase());
  });

/** `kompass rules show ID…`: each rule as a whole. An id that does not exist is wrong input, and nothing is shown. */
export async function showRules(ids: readonly string[], options: RuleOptions, setting: Setting): Promise<ExitCode> {
  const { world, language } = setting;
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const compiled = compile(opened.value.book);
  const { rules } = compiled.book;
  const unknown = ids.filter((id) => !rules.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    const known = rules.map(({ id }) => id);
    return refuse(
      unknown.map((id) => ({ code: 'unknown-rule', at: nowhere, params: { id, near: nearest(id, known) } })),
      setting,
    );
  }
  const reader = { compiled, language, width: pageWidth(world.stdout.columns) };
  const found = ids.flatMap((id) => rules.filter((rule) => rule.id === id));
  await write(world.stdout, found.map((rule) => sheetText(rule, reader)).join(`\n${'─'.repeat(reader.width)}\n\n`));
  return exitCode.passed;
}

/** `kompass rules docs`: the handbook, a page after the other, into a folder. */
export async function writeHandbook(folder: string, options: RuleOptions, setting: Setting): Promise<ExitCode> {
  const { world } = setting;
  const opened = await openBook(options.rules, world);
  if (!opened.ok) return refuse(opened.problems, setting);
  const problem = makeFolder(folder, world.cwd);
  if (problem !== null) return refuse([problem], setting);
  for (const { name, text } of handbook(compile(opened.value.book))) {
    const draft = await openDraft(join(folder, name), world.cwd);
    if (!draft.ok) return refuse(draft.problems, setting);
    await draft.value.write(text);
    await draft.value.finish();
  }
  return exitCode.passed;
}
