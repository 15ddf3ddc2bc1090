import { known } from '../../assess/compile.ts';
import type { SourceId } from '../../model/ids.ts';
import { type Language, languages } from '../../model/language.ts';
import type { Severity } from '../../model/rule.ts';
import type { Citation } from '../../model/source.ts';
import { messages } from '../../text/messages.ts';
import { forSarif } from '../escape.ts';
import type { Result } from '../result.ts';
import type { Run } from '../run.ts';
import { obligationOf, type View } from '../view.ts';

/** The rules that results name, each once and in the order in which they were first named. */
export interface RuleIndex {
  readonly indexOf: (view: View, result: Result) => number;
  /** JSON: the program with these rules, the acts with the provisions that they cite, and the rules in the other language. */
  readonly toolComponents: () => Record<'driver' | 'taxonomies' | 'translations', string>;
}

type Obligation = ReturnType<typeof obligationOf>;
interface Named {
  readonly id: string;
  readonly rule: Obligation;
}

export function createRuleIndex(run: Run): RuleIndex {
  const named: Named[] = [];
  const indices = new Map<string, number>();
  return {
    indexOf: (view, { id, finding }) => {
      const found = indices.get(id);
      if (found !== undefined) return found;
      indices.set(id, named.length);
      named.push({ id, rule: obligationOf(view, finding) });
      return named.length - 1;
    },
    toolComponents: () => ({
      driver: driverText(named, run),
      taxonomies: lines([...provisions(named)].map(([act, cites]) => taxonomy(act, cites, run))),
      translations: lines(languages.filter((other) => other !== run.language).map((other) => inLanguage(named, other))),
    }),
  };
}

const name = 'KI-Kompass';

/** One object on each line. */
const lines = (objects: readonly object[]): string =>
  objects.length === 0 ? '[]' : `[\n${objects.map((object) => JSON.stringify(object)).join(',\n')}\n]`;

const driverText = (named: readonly Named[], run: Run): string =>
  `{"name":"${name}","language":"${run.language}",` +
  `"supportedTaxonomies":${JSON.stringify([...provisions(named).keys()].map((act, index) => ({ name: act, index })))},` +
  `"rules":${lines(named.map((one) => descriptor(one, run)))}}`;

const levels: Record<Severity, string> = { blocker: 'error', major: 'error', minor: 'warning', advice: 'note' };

function descriptor({ id, rule }: Named, { language }: Run): object {
  const [first] = rule.cite;
  const severity = rule.kind === 'gap' ? 'blocker' : rule.severity;
  return {
    id,
    ...texts(rule, language),
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: levels[severity] },
    relationships: unique(rule.cite).map(({ act, at }) => ({
      target: { id: at, toolComponent: { name: act } },
      kinds: ['relevant'],
    })),
    properties: { tags: tagsOf(rule), severity },
  };
}

/** Each once: a pack may be named like an aspect. */
const tagsOf = (rule: Obligation): readonly string[] => [
  ...new Set(rule.kind === 'gap' ? [rule.pack, rule.kind] : [rule.pack, rule.kind, rule.aspect, rule.basis]),
];

/** The rule's own words: what it is called, why it is so, what to do. */
function texts(rule: Obligation, language: Language): object {
  const say = messages[language];
  const help = rule.kind === 'gap' ? [say.gapsNext] : [rule.toDo[language]];
  if ('evidence' in rule) help.push(say.evidence(rule.evidence[language]));
  return {
    shortDescription: { text: forSarif(rule.title[language]) },
    fullDescription: { text: forSarif(rule.why[language]) },
    help: { text: forSarif(help.join(' ')) },
  };
}

const unique = (cites: readonly Citation[]): readonly Citation[] => [
  ...new Map(cites.map((cite) => [`${cite.act} ${cite.at}`, cite])).values(),
];

function provisions(named: readonly Named[]): ReadonlyMap<SourceId, ReadonlyMap<string, Citation>> {
  const acts = new Map<SourceId, Map<string, Citation>>();
  for (const cite of named.flatMap(({ rule }) => rule.cite)) {
    const act = acts.get(cite.act) ?? new Map<string, Citation>();
    acts.set(cite.act, act.set(cite.at, cite));
  }
  return acts;
}

function taxonomy(act: SourceId, cites: ReadonlyMap<string, Citation>, { compiled, language }: Run): object {
  const source = known(compiled.sources, act);
  return {
    name: act,
    language,
    shortDescription: { text: forSarif(source.title[language]) },
    informationUri: source.url,
    isComprehensive: false,
    taxa: [...cites.values()].map(({ at, url }) => ({ id: at, helpUri: url })),
  };
}

/** Of a translation the n-th rule is the n-th rule of the program. */
const inLanguage = (named: readonly Named[], language: Language): object => ({
  name,
  language,
  contents: ['localizedData'],
  rules: named.map(({ id, rule }) => ({ id, ...texts(rule, language) })),
});
