import type { FactLeaf, Leaf } from '../../model/condition.ts';
import type { FactType } from '../../model/fact.ts';
import type { Position } from '../../model/position.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import { nearest } from '../nearest.ts';
import { clip } from '../yaml.ts';
import type { Declared } from './declared.ts';
import type { FactEntry } from './fact.ts';
import type { Entries, Placed } from './placed.ts';
import type { RuleEntry } from './rule.ts';
import { mostProblems } from './shape.ts';
import { conditionsOf, leavesOf, type Path, type Stated } from './walk.ts';

/** Facts, options, rules, dates, roles, sources and versions that are named but not declared, or not of the kind that is needed. */
export function checkNames(declared: Declared): Problem[] {
  const context = contextOf(declared);
  return [
    ...declared.facts.entries.flatMap((fact) => factNames(fact, context)),
    ...declared.rules.entries.flatMap((entry) => ruleNames({ ...entry, value: entry.value.rule }, context)),
    ...sameClauses(declared.rules),
    ...(declared.dates?.entries ?? []).flatMap(({ value, at }) =>
      value.entries.flatMap(({ when, versions }, index) => [
        ...(when === null ? [] : conditionNames({ path: ['entries', index, 'when'], condition: when }, at, context)),
        ...versions.flatMap(({ setBy }, v) =>
          sourceName(setBy, at(['entries', index, 'versions', v, 'set-by']), context),
        ),
      ]),
    ),
    ...(declared.sources?.entries ?? []).flatMap(({ value, at }) =>
      value.amendedBy.flatMap((id, index) => sourceName(id, at(['amended-by', index]), context)),
    ),
  ];
}

/** The same of conditions that stand outside the rules, each at its path below `at`. */
export function checkConditions(declared: Declared, conditions: readonly Stated[], at: Place): Problem[] {
  const context = contextOf(declared);
  return conditions.flatMap((stated) => conditionNames(stated, at, context));
}

const contextOf = (declared: Declared): Context => ({
  declared,
  facts: new Map(declared.facts.entries.map(({ value }) => [value.id, value])),
  clauses: clausesOf(declared.rules),
  suggest: suggestions(),
});

interface Context {
  readonly declared: Declared;
  readonly facts: ReadonlyMap<string, FactEntry>;
  readonly clauses: Names;
  readonly suggest: typeof nearest;
}
type Place = Placed<unknown>['at'];
type Names = Pick<Entries<unknown>, 'declared' | 'complete'> | null;
/** The clauses by their own ids; what could not be read may hold more. */
function clausesOf({ entries, complete, problems }: Declared['rules']): NonNullable<Names> {
  const declared = entries.flatMap(({ value: { rule }, at }) =>
    rule.kind === 'clause' ? [[rule.clause, at(['clause'])] as const] : [],
  );
  return { declared: new Map(declared), complete: complete && problems.length === 0 };
}

/** Two clauses of one id could not be told apart in a document. What is built in comes last, so that it is never the one to blame. */
function sameClauses({ entries }: Declared['rules']): Problem[] {
  const places = new Map<string, Position>();
  return entries.toReversed().flatMap(({ value: { rule }, at }): Problem[] => {
    if (rule.kind !== 'clause') return [];
    const first = places.get(rule.clause);
    if (first === undefined) places.set(rule.clause, at(['clause']));
    if (first === undefined) return [];
    const params = { id: clip(rule.clause), first: `${first.file}:${first.line}` };
    return [{ code: 'duplicate-id', at: at(['clause']), params }];
  });
}

function clauseName(found: string | null, at: Position, { clauses, suggest }: Context): Problem[] {
  if (found === null || !isMissing(found, clauses)) return [];
  return [
    { code: 'unknown-clause', at, params: { found: clip(found), near: suggest(found, clauses.declared.keys()) } },
  ];
}

type UnknownCode = Extract<ProblemCode, 'unknown-fact' | 'unknown-rule' | 'unknown-date-name' | 'unknown-source'>;

/** Each suggestion looks at all names: a hostile file could want thousands. */
function suggestions(): typeof nearest {
  let left = mostProblems;
  return (word, candidates) => {
    left -= 1;
    return left < 0 ? null : nearest(clip(word), candidates);
  };
}

/** No problem while not all names are there to be looked up in. */
const isMissing = (name: string, names: Names): names is NonNullable<Names> =>
  names !== null && names.complete && !names.declared.has(name);

function unknownName(code: UnknownCode, id: string, names: Names, at: Position, { suggest }: Context): Problem[] {
  if (!isMissing(id, names)) return [];
  return [{ code, at, params: { id: clip(id), near: suggest(id, names.declared.keys()) } }];
}

const sourceName = (id: string, at: Position, context: Context): Problem[] =>
  unknownName('unknown-source', id, context.declared.sources, at, context);

function roleName(found: string, names: Names, at: Position, { suggest }: Context): Problem[] {
  if (!isMissing(found, names)) return [];
  const known = [...names.declared.keys()];
  return [{ code: 'unknown-role', at, params: { found: clip(found), near: suggest(found, known), known } }];
}

function versionName(found: string | null, at: Position, { declared: { versions } }: Context): Problem[] {
  if (found === null || !isMissing(found, versions)) return [];
  return [{ code: 'unknown-catalogue', at, params: { found, known: [...versions.declared.keys()] } }];
}

function factNames({ value: fact, at }: Placed<FactEntry>, context: Context): Problem[] {
  const { offices } = context.declared;
  const options = 'options' in fact ? fact.options : [];
  return [
    ...(fact.askedWhen === null
      ? []
      : conditionNames({ path: ['asked-when'], condition: fact.askedWhen }, at, context)),
    ...fact.answeredBy.flatMap((id, index) => roleName(id, offices, at(['answered-by', index]), context)),
    ...('judgedBy' in fact ? fact.judgedBy : []).flatMap((id, index) =>
      roleName(id, offices, at(['judged-by', index]), context),
    ),
    ...('givenBy' in fact ? fact.givenBy : []).flatMap((id, index) =>
      roleName(id, offices, at(['given-by', index]), context),
    ),
    ...clauseName(fact.tender?.clause ?? null, at(['tender', 'clause']), context),
    ...versionName(fact.since, at(['since']), context),
    ...options.flatMap(({ since }, index) => versionName(since, at(['options', index, 'since']), context)),
    ...duplicates(
      options.map(({ id }) => id),
      (index) => at(['options', index, 'id']),
    ),
  ];
}

function ruleNames({ value: rule, at }: Placed<RuleEntry>, context: Context): Problem[] {
  const { actRoles, offices, dates, rules } = context.declared;
  const chapters = rule.kind === 'gap' ? rule.chapters : [];
  const dated = 'appliesFrom' in rule ? rule : null;
  return [
    ...conditionsOf(rule).flatMap((stated) => conditionNames(stated, at, context)),
    ...(dated === null
      ? []
      : unknownName('unknown-date-name', dated.appliesFrom, dates, at(['applies-from']), context)),
    ...(dated?.appliesUntil
      ? unknownName('unknown-date-name', dated.appliesUntil, dates, at(['applies-until']), context)
      : []),
    ...('liftedBy' in rule && rule.liftedBy !== null
      ? unknownName('unknown-rule', rule.liftedBy, rules, at(['lifted-by']), context)
      : []),
    ...(rule.kind === 'role' ? roleName(rule.role, actRoles, at(['role']), context) : []),
    ...(rule.kind === 'duty' ? roleName(rule.addressee, actRoles, at(['addressee']), context) : []),
    ...(rule.kind === 'duty' ? clauseName(rule.clause, at(['clause']), context) : []),
    ...(rule.kind === 'duty' ? rule.waivable : []).flatMap((id, index) =>
      roleName(id, offices, at(['waivable', index]), context),
    ),
    ...chapters.flatMap(({ addressee }, index) =>
      roleName(addressee, actRoles, at(['chapters', index, 'addressee']), context),
    ),
    ...duplicates(
      chapters.map(({ code }) => code),
      (index) => at(['chapters', index, 'code']),
    ),
  ];
}

function duplicates(ids: readonly string[], at: (index: number) => Position): Problem[] {
  const places = new Map<string, number>();
  return ids.flatMap((id, index): Problem[] => {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    if (first === undefined) return [];
    const place = at(first);
    return [{ code: 'duplicate-id', at: at(index), params: { id: clip(id), first: `${place.file}:${place.line}` } }];
  });
}

const conditionNames = (stated: Stated, at: Place, context: Context): Problem[] =>
  leavesOf(stated).flatMap(({ leaf, path }) => leafNames(leaf, path, at, context));

function leafNames(leaf: Leaf, path: Path, at: Place, context: Context): Problem[] {
  switch (leaf.kind) {
    case 'rule':
      return unknownName('unknown-rule', leaf.rule, context.declared.rules, at(path), context);
    case 'role':
      return roleName(leaf.role, context.declared.actRoles, at(path), context);
    case 'tier':
    case 'scope':
    case 'clause':
      return [];
    default:
      return factLeafNames(leaf, path, at, context);
  }
}

const needs: Readonly<Record<FactLeaf['kind'], FactType>> = {
  yes: 'yes-no',
  some: 'set',
  measure: 'measure',
  judged: 'judgement',
  opinion: 'opinion',
  is: 'choice',
  includes: 'set',
  before: 'date',
  confirmed: 'yes-no',
};

function factLeafNames(leaf: FactLeaf, path: Path, at: Place, context: Context): Problem[] {
  const { declared, facts } = context;
  const here = at([...path, 'fact']);
  const dates =
    leaf.kind === 'before'
      ? unknownName('unknown-date-name', leaf.date, declared.dates, at([...path, 'date']), context)
      : leaf.kind === 'confirmed'
        ? unknownName('unknown-date-name', leaf.from, declared.dates, at([...path, 'from']), context)
        : [];
  const fact = facts.get(leaf.fact);
  if (fact === undefined) return [...unknownName('unknown-fact', leaf.fact, declared.facts, here, context), ...dates];
  if (fact.type !== needs[leaf.kind])
    return [
      ...dates,
      { code: 'wrong-fact-type', at: here, params: { fact: leaf.fact, expected: needs[leaf.kind], found: fact.type } },
    ];
  return 'option' in leaf ? [...dates, ...optionName(leaf, fact, at([...path, 'option']), context)] : dates;
}

function optionName(
  leaf: Extract<FactLeaf, { option: unknown }>,
  fact: FactEntry,
  at: Position,
  { suggest }: Context,
): Problem[] {
  const known = 'options' in fact ? fact.options.map(({ id }) => String(id)) : [];
  if (known.includes(leaf.option)) return [];
  const params = { fact: leaf.fact, found: clip(leaf.option), near: suggest(leaf.option, known), known };
  return [{ code: 'unknown-option', at, params }];
}
