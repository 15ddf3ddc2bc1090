import type { Pack, RuleBook } from '../../model/book.ts';
import type { Rule } from '../../model/rule.ts';
import { doctorWords } from '../../text/doctor-words.ts';
import { dayText } from '../../text/messages.ts';
import { today } from '../day.ts';
import type { Setting } from '../tell.ts';
import { type Finding, problemLines, type Surroundings } from './finding.ts';

/** The built-in packs, and the days that their law looks at. */
export function packs({ built, world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  if (built === null) return [{ state: 'wrong', label: say.label.packs, value: say.damaged, more: [say.reinstall] }];
  const [first = '', last = first] = [built.versions[0], built.versions.at(-1)];
  return [
    ...built.packs.map((pack, index) =>
      packFinding(pack, built, { label: index === 0 ? say.label.packs : '', world, language }),
    ),
    { state: 'good', label: say.label.questions, value: say.versions(first, last, built.facts.length), more: [] },
  ];
}

/** The rules of the organisation, where `--rules` names them. */
export function ownRules({ options, built, own, world, language }: Surroundings): Finding[] {
  const say = doctorWords[language];
  const { own: label } = say.label;
  if (own === null || built === null) return [];
  if (!own.ok) {
    const more = [say.mend, ...problemLines(own.problems, language)];
    return [{ state: 'wrong', label, value: say.ownBroken(options.rules ?? ''), more }];
  }
  const { book } = own.value;
  const added = book.packs.filter(({ id }) => built.packs.every((pack) => pack.id !== id));
  if (added.length === 0) return [{ state: 'good', label, value: say.noPack(options.rules ?? ''), more: [] }];
  return added.map((pack, index) => packFinding(pack, book, { label: index === 0 ? label : '', world, language }));
}

function packFinding(
  pack: Pack,
  book: RuleBook,
  { label, world, language }: Setting & { readonly label: string },
): Finding {
  const rules = book.rules.filter((rule) => rule.pack === pack.id);
  return {
    state: 'good',
    label,
    value: doctorWords[language].pack(pack.id, pack.version, new Set(rules.map(({ id }) => id)).size, pack.optional),
    more: daysOf(rules, book, { world, language }),
  };
}

/** From when to when the law of these rules changes, by the last word of the acts, and when it does so next. */
function daysOf(rules: readonly Rule[], book: RuleBook, { world, language }: Setting): readonly string[] {
  const say = doctorWords[language];
  const now = today(world);
  const days = datesOf(rules, book)
    .flatMap(({ title, entries }) =>
      entries.flatMap(({ versions }) => {
        const day = versions.at(-1)?.from ?? null;
        return day === null ? [] : [{ day, title }];
      }),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const next = days.find(({ day }) => now !== null && day > now);
  return [
    say.days(dayText(first.day, language), dayText(last.day, language)),
    ...(next === undefined ? [] : [say.nextDay(dayText(next.day, language), next.title[language])]),
  ];
}

function datesOf(rules: readonly Rule[], { dates }: RuleBook): RuleBook['dates'] {
  const names = new Set(rules.flatMap((rule) => ('appliesFrom' in rule ? [rule.appliesFrom, rule.appliesUntil] : [])));
  return dates.filter(({ name }) => names.has(name));
}
