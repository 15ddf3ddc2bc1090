import type { Leaf } from '../../model/condition.ts';
import { lifecycle } from '../../model/lifecycle.ts';
import type { Problem } from '../../model/problem.ts';
import { clip } from '../yaml.ts';
import type { Declared } from './declared.ts';
import { cyclesOf, dependencies, inOrder, lifts, ruleNode } from './graph.ts';
import type { Placed } from './placed.ts';
import type { RuleEntry } from './rule.ts';
import { conditionsOf, leavesOf, type Path, type Stated } from './walk.ts';

/** What cannot be evaluated in the order facts, hits, scope, tier, roles, duties, and what no rule uses. */
export const checkOrder = (declared: Declared): Problem[] => [
  ...circles(declared),
  ...phases(declared),
  ...catalogueOrder(declared),
  ...dateOrder(declared),
  ...unused(declared),
];

function circles(declared: Declared): Problem[] {
  const places = new Map([
    ...declared.facts.entries.map(({ value, at }) => [`fact ${value.id}`, at()] as const),
    ...declared.rules.entries.map(({ value, at }) => [ruleNode(value.rule.id), at()] as const),
    ...(declared.dates?.entries ?? []).map(({ value, at }) => [`date ${value.name}`, at()] as const),
  ]);
  return [...cyclesOf(dependencies(declared)), ...cyclesOf(lifts(declared))].flatMap((cycle): Problem[] => {
    const at = places.get(cycle[0] ?? '');
    return at === undefined ? [] : [{ code: 'circular', at, params: { ids: closed(cycle) } }];
  });
}

/** The circle by its ids, back to the first; of a long one the beginning. */
function closed(cycle: readonly string[]): readonly string[] {
  const ids = [...cycle, ...cycle.slice(0, 1)].map((node) => clip(node.replace(/^\w+ /, '')));
  return ids.length > 12 ? [...ids.slice(0, 11), '…', ...ids.slice(-1)] : ids;
}

/** What a condition may look at: facts and hits; the tier and scope made from them; our roles made from these. */
const looks = ['facts', 'tier', 'role'] as const;
type Look = (typeof looks)[number];

const mayLookAt = (rule: RuleEntry): Look => {
  if (rule.kind === 'role') return 'tier';
  if (rule.kind === 'duty' || rule.kind === 'clause' || rule.kind === 'gap') return 'role';
  return rule.kind === 'prohibition' && rule.tier === null ? 'role' : 'facts';
};

function phases(declared: Declared): Problem[] {
  const rules = new Map<string, RuleEntry>(declared.rules.entries.map(({ value }) => [value.rule.id, value.rule]));
  const lookOf = (leaf: Leaf): Look => {
    if (leaf.kind === 'tier' || leaf.kind === 'scope') return 'tier';
    if (leaf.kind === 'role') return 'role';
    return leaf.kind === 'rule' ? lookOfRule(leaf.rule) : 'facts';
  };
  // What a rule needs comes before it; a circle is reported as such.
  const seen = new Map<string, Look>();
  const lookOfRule = (id: string): Look => seen.get(id) ?? 'facts';
  const byNode = new Map([...rules.values()].map((rule) => [ruleNode(rule.id), rule]));
  for (const node of inOrder(dependencies(declared))) {
    const rule = byNode.get(node);
    if (rule === undefined) continue;
    const looked = conditionsOf(rule)
      .flatMap(leavesOf)
      .map(({ leaf }) => lookOf(leaf))
      .reduce(further, 'facts');
    // One that looks further than it may is reported itself, and not those that name it.
    seen.set(rule.id, further(looked, mayLookAt(rule)) === looked ? mayLookAt(rule) : looked);
  }
  const wrong = (stated: Stated, most: Look, named: string, at: Placed<unknown>['at']): Problem[] =>
    leavesOf(stated).flatMap(({ leaf, path }): Problem[] => {
      const target = leaf.kind === 'rule' ? rules.get(leaf.rule) : undefined;
      const allowed =
        looks.indexOf(lookOf(leaf)) <= looks.indexOf(most) && (target === undefined || canBeNamed(target));
      return allowed
        ? []
        : [{ code: 'wrong-phase', at: at(path), params: { rule: clip(named), names: clip(leafName(leaf)) } }];
    });
  return [
    ...declared.rules.entries.flatMap(({ value: { rule }, at }) => [
      ...conditionsOf(rule).flatMap((stated) => wrong(stated, mayLookAt(rule), rule.id, at)),
      ...wrongLift(rule, rules, lookOfRule, at),
    ]),
    ...declared.facts.entries.flatMap(({ value, at }) =>
      value.askedWhen === null
        ? []
        : wrong({ path: ['asked-when'], condition: value.askedWhen }, 'facts', value.id, at),
    ),
    ...(declared.dates?.entries ?? []).flatMap(({ value, at }) =>
      value.entries.flatMap(({ when }, index) =>
        when === null ? [] : wrong({ path: ['entries', index, 'when'], condition: when }, 'facts', value.name, at),
      ),
    ),
  ];
}

const further = (a: Look, b: Look): Look => (looks.indexOf(a) < looks.indexOf(b) ? b : a);

/** A condition that holds is a term or a provision; whether a duty is met is no condition of another rule. */
const canBeNamed = ({ kind }: RuleEntry): boolean =>
  kind !== 'role' && kind !== 'duty' && kind !== 'clause' && kind !== 'gap';

function wrongLift(
  rule: RuleEntry,
  rules: ReadonlyMap<string, RuleEntry>,
  lookOfRule: (id: string) => Look,
  at: Placed<unknown>['at'],
): Problem[] {
  if (rule.kind !== 'classification' || rule.liftedBy === null) return [];
  const target = rules.get(rule.liftedBy);
  if (target === undefined || (canBeNamed(target) && lookOfRule(target.id) === 'facts')) return [];
  return [{ code: 'wrong-phase', at: at(['lifted-by']), params: { rule: clip(rule.id), names: clip(target.id) } }];
}

function leafName(leaf: Leaf): string {
  if (leaf.kind === 'rule') return leaf.rule;
  if (leaf.kind === 'tier') return `tier: ${leaf.tier}`;
  return leaf.kind === 'role' ? `role: ${leaf.role}` : leaf.kind;
}

/** Versions of the catalogue stand by age: the place of one in the list says whether a file is older. */
function catalogueOrder({ versions }: Declared): Problem[] {
  const entries = versions?.entries ?? [];
  return entries.flatMap(({ value: { id }, at }, index): Problem[] => {
    const before = entries[index - 1];
    if (before === undefined || before.value.id <= id) return [];
    return [{ code: 'dates-order', at: at(['id']), params: { name: id } }];
  });
}

/** Later versions of a date are set by later acts. */
function dateOrder({ dates, sources }: Declared): Problem[] {
  const published = new Map((sources?.entries ?? []).map(({ value }) => [value.id, value.published]));
  return (dates?.entries ?? []).flatMap(({ value, at }) =>
    value.entries.flatMap(({ versions }, entry) =>
      versions.flatMap(({ setBy }, index): Problem[] => {
        const before = versions[index - 1];
        const [earlier, later] = [before && published.get(before.setBy), published.get(setBy)];
        if (earlier === undefined || later === undefined || earlier < later) return [];
        const path: Path = ['entries', entry, 'versions', index, 'set-by'];
        return [{ code: 'dates-order', at: at(path), params: { name: clip(value.name) } }];
      }),
    ),
  );
}

/** What no rule needs is not asked; the lifecycle steers the assessment itself. */
function unused(declared: Declared): Problem[] {
  if (hasBroken(declared)) return [];
  const leaves = [
    ...declared.rules.entries.flatMap(({ value }) => conditionsOf(value.rule)),
    ...declared.facts.entries.flatMap(({ value }) =>
      value.askedWhen === null ? [] : [{ path: [], condition: value.askedWhen }],
    ),
    ...(declared.dates?.entries ?? []).flatMap(({ value }) =>
      value.entries.flatMap(({ when }) => (when === null ? [] : [{ path: [], condition: when }])),
    ),
  ].flatMap(leavesOf);
  const used = new Set<string>([
    ...leaves.flatMap(({ leaf }) => ('fact' in leaf ? [leaf.fact] : [])),
    ...Object.values(lifecycle),
  ]);
  return declared.facts.entries.flatMap(({ value, at }): Problem[] =>
    used.has(value.id) ? [] : [{ code: 'unused', at: at(['id']), params: { id: clip(value.id) } }],
  );
}

/** What could not be read may be what uses a fact. */
const hasBroken = ({ rules, facts, dates }: Declared): boolean =>
  [rules, facts, dates].some((list) => list === null || !list.complete || list.problems.length > 0);
