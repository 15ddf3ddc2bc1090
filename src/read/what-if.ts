import type { CompiledBook } from '../assess/compile.ts';
import type { IsoDate } from '../model/date.ts';
import { parseIsoDate, parsePeriod } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Problem, Result } from '../model/problem.ts';
import { type Given, opinionResults, type UseCase } from '../model/use-case.ts';
import { partsOf } from './catalogue.ts';
import { digestOf } from './digest.ts';
import { nearest } from './nearest.ts';
import { clip } from './yaml.ts';

/** What is only supposed stands in no file. */
const supposed: Position = { file: '', line: 0, column: 0 };

/**
 * The use case with other answers, each `KEY=VALUE`: `yes`, `no`, `unknown`, an option, options with commas between them (`[]`: none), a
 * day, a text. A measure, a judgement or an opinion that is supposed comes with the record that it needs.
 */
export function suppose(
  useCase: UseCase,
  pairs: readonly string[],
  compiled: CompiledBook,
  asOf: IsoDate,
): Result<UseCase> {
  const answers = new Map(useCase.answers);
  const confirmed = new Map(useCase.confirmed);
  const problems: Problem[] = [];
  const opinions: FactId[] = [];
  for (const pair of pairs) {
    const read = supposition(pair, compiled, asOf);
    if ('problem' in read) problems.push(read.problem);
    else if (read.given === null) answers.delete(read.fact.id);
    else {
      answers.set(read.fact.id, read.given);
      if (read.given.type === 'opinion') opinions.push(read.fact.id);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  // Whoever supposes that a list is empty supposes that somebody has read it, and says nothing about the other lists of that section.
  for (const section of sections(answers, supposed)) {
    const isAlone = [...answers].every(
      ([fact, given]) => partsOf(fact)[0] !== section || !isEmptySet(given) || given.at === supposed,
    );
    if (isAlone) confirmed.set(section, { by: 'supposed', on: asOf, at: supposed });
  }
  // Opinions rest on the answers that are there; a measure or another opinion does not make them stale.
  const isSame = [...new Set([...answers.keys(), ...useCase.answers.keys()])].every(
    (fact) => marks(useCase, fact, answers) === marks(useCase, fact, useCase.answers),
  );
  const digest = isSame ? useCase.digest : digestOfFile(useCase, answers);
  for (const fact of opinions) {
    const given = answers.get(fact);
    if (given?.type === 'opinion') answers.set(fact, { ...given, digest });
  }
  return { ok: true, value: { ...useCase, answers, confirmed, digest } };
}

/** What one answer adds to the check code. */
const marks = ({ catalogue }: UseCase, fact: FactId, answers: UseCase['answers']): string => {
  const given = answers.get(fact);
  return given === undefined ? '' : digestOf(catalogue, new Map([[fact, given]]));
};

const isEmptySet = (given: Given): boolean => given.type === 'set' && given.value?.length === 0;

const sections = (answers: UseCase['answers'], at: Position): readonly string[] => [
  ...new Set([...answers].flatMap(([fact, given]) => (given.at === at && isEmptySet(given) ? [partsOf(fact)[0]] : []))),
];

/** The check code that the file would have: what the profile answers is not in it. */
function digestOfFile({ file, catalogue, digest, answers: before }: UseCase, answers: UseCase['answers']): string {
  const own = (all: UseCase['answers']) =>
    new Map([...all].filter(([, { at }]) => at.file === file || at === supposed));
  // Where file and profile were put together in one list, it cannot be told.
  return digestOf(catalogue, own(before)) === digest ? digestOf(catalogue, own(answers)) : 'supposed';
}

type Supposition = { readonly fact: Fact; readonly given: Given | null } | { readonly problem: Problem };

function supposition(pair: string, compiled: CompiledBook, asOf: IsoDate): Supposition {
  const sign = pair.indexOf('=');
  const key = sign < 0 ? pair : pair.slice(0, sign);
  const text = sign < 0 ? '' : pair.slice(sign + 1).trim();
  const fact = [...compiled.facts.values()].find(({ id }) => id === key);
  if (fact === undefined) {
    const near = nearest(clip(key), compiled.facts.keys());
    return { problem: { code: 'unknown-fact', at: supposed, params: { id: clip(key), near } } };
  }
  if (text === 'unknown') return { fact, given: null };
  const given = givenOf(fact, text, asOf);
  if (given !== null) return { fact, given };
  const known = ['unknown', ...valuesOf(fact)];
  const params = { key, found: clip(text), near: nearest(clip(text), known), known };
  return { problem: { code: 'unknown-value', at: supposed, params } };
}

function valuesOf(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'choice':
    case 'set':
      return [...(fact.type === 'set' ? ['[]'] : []), ...fact.options.map(({ id }) => String(id))];
    case 'opinion':
      return opinionResults;
    case 'date':
      return [];
    case 'text':
      return [];
    default:
      return ['yes', 'no'];
  }
}

function givenOf(fact: Fact, text: string, asOf: IsoDate): Given | null {
  const base = { at: supposed, note: null, source: null };
  const isYes = text === 'yes' ? true : text === 'no' ? false : null;
  const evidence = [
    {
      source: { kind: 'link' as const, url: 'https://example.org/' },
      on: asOf,
      by: 'supposed',
      covers: null,
      at: supposed,
    },
  ];
  switch (fact.type) {
    case 'yes-no':
      return isYes === null ? null : { ...base, type: 'yes-no', value: isYes, confirmedOn: asOf };
    case 'measure':
      return isYes === null ? null : { ...base, type: 'measure', done: isYes, planned: null, evidence };
    case 'judgement': {
      const [role = null] = fact.judgedBy;
      return isYes === null
        ? null
        : { ...base, type: 'judgement', claimed: isYes, reason: 'supposed', role, on: asOf, evidence };
    }
    case 'opinion': {
      const result = opinionResults.find((one) => one === text);
      const [by = null] = fact.givenBy;
      return result === undefined
        ? null
        : { ...base, type: 'opinion', result, by, on: asOf, digest: null, conditions: [], evidence };
    }
    case 'choice': {
      const option = fact.options.find(({ id }) => id === text);
      return option === undefined ? null : { ...base, type: 'choice', value: option.id };
    }
    case 'set': {
      const value = membersOf(fact, text);
      return value === null ? null : { ...base, type: 'set', value };
    }
    case 'date': {
      const day = parseIsoDate(text);
      const period = day === null && fact.rough ? parsePeriod(text) : null;
      const [value, until] = [period?.first ?? day, period?.last ?? day];
      return value === null || until === null ? null : { ...base, type: 'date', value, until };
    }
    case 'text':
      return text === '' ? null : { ...base, type: 'text', value: text };
  }
}

/** `a, b?` or `[a, b?]`; null: one of them is no option. */
function membersOf(fact: Extract<Fact, { type: 'set' }>, text: string): Extract<Given, { type: 'set' }>['value'] {
  const words = text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0 && text !== '[]') return null;
  const members = words.map((word) => ({
    option: fact.options.find(({ id }) => id === word.replace(/\?$/, ''))?.id,
    sure: !word.endsWith('?'),
  }));
  const found = members.flatMap(({ option, sure }) => (option === undefined ? [] : [{ option, sure }]));
  return found.length === members.length ? found : null;
}
