import type { RuleBook } from '../model/book.ts';
import type { Fact } from '../model/fact.ts';
import type { Wording } from '../model/tender.ts';
import type { CatalogueVersion, ClauseId, Office, PackId, RuleId } from '../model/ids.ts';

/** What a file can say, looked up by the words that it says it with. Prepared once for all files of a run. */
export interface Catalogue {
  /** Oldest first; never empty. */
  readonly versions: readonly CatalogueVersion[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly clauses: ReadonlyMap<string, ClauseId>;
  /** How each clause is to stand in the tender documents. */
  readonly wordings: readonly Wording[];
  /** The packs that an organisation can choose. */
  readonly packs: readonly PackId[];
  /** Each rule with the offices that may approve a waiver; none: not waivable. */
  readonly waivable: ReadonlyMap<string, { readonly rule: RuleId; readonly offices: readonly Office[] }>;
}

export interface Section {
  /** By the part of the id after the dot. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Where an empty set counts only when it is confirmed. */
  readonly confirmable: { readonly useCase: boolean; readonly profile: boolean };
}

export function prepareCatalogue(book: RuleBook): Catalogue {
  return {
    versions: book.versions,
    facts: new Map(book.facts.map((fact) => [fact.id, fact])),
    sections: sectionsOf(book.facts),
    offices: new Map(book.offices.map(({ id }) => [id, id])),
    clauses: new Map(book.rules.flatMap((rule) => (rule.kind === 'clause' ? [[rule.clause, rule.clause]] : []))),
    wordings: book.rules.flatMap((rule) => (rule.kind === 'clause' ? [rule] : [])),
    packs: book.packs.flatMap(({ id, optional }) => (optional ? [id] : [])),
    waivable: new Map(
      book.rules.map((rule) => [rule.id, { rule: rule.id, offices: rule.kind === 'duty' ? rule.waivable : [] }]),
    ),
  };
}

/** The section of a fact id and its name there. */
export function partsOf(id: string): readonly [section: string, name: string] {
  const dot = id.indexOf('.');
  return [id.slice(0, dot), id.slice(dot + 1)];
}

function sectionsOf(facts: readonly Fact[]): ReadonlyMap<string, Section> {
  const names = new Set([
    'measures',
    'judgements',
    'procurement',
    'operation',
    ...facts.map((fact) => partsOf(fact.id)[0]),
  ]);
  return new Map([...names].map((name) => [name, sectionOf(facts.filter((fact) => partsOf(fact.id)[0] === name))]));
}

function sectionOf(facts: readonly Fact[]): Section {
  const confirmed = facts.filter((fact) => fact.type === 'set' && fact.confirm);
  return {
    facts: new Map(facts.map((fact) => [partsOf(fact.id)[1], fact])),
    confirmable: {
      useCase: confirmed.some((fact) => fact.scope !== 'profile'),
      profile: confirmed.some((fact) => fact.scope !== 'use-case'),
    },
  };
}
