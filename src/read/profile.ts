import type { Fact } from '../model/fact.ts';
import type { CatalogueVersion, FactId, PackId } from '../model/ids.ts';
import type { Result } from '../model/problem.ts';
import type { Tier } from '../model/tier.ts';
import type { Given, UseCase } from '../model/use-case.ts';
import { byPlace } from './by-place.ts';
import type { Catalogue } from './catalogue.ts';
import { withDocuments } from './documents.ts';
import { readCatalogueVersion, readFormat, readSections, topLevel, type Confirmed } from './document.ts';
import type { RecordDesk } from './records.ts';
import { reviewMonthsOf, shorter } from './review.ts';
import { complain, itemsOf, nameOf, neededText, suggest, type Desk } from './shape.ts';
import { clip, parseYaml, type Tree } from './yaml.ts';

/** What holds for all uses of a body, as it stands in its `kompass-profile.yaml`. */
export interface Profile {
  readonly title: string;
  readonly file: string;
  readonly catalogue: CatalogueVersion;
  readonly answers: ReadonlyMap<FactId, Given>;
  readonly confirmed: ReadonlyMap<string, Confirmed>;
  /** The optional packs that the organisation chose. */
  readonly packs: ReadonlySet<PackId>;
  readonly reviewMonths: ReadonlyMap<Tier, number>;
}

const headKeys = ['kompass', 'catalogue', 'profile', 'packs', 'review', 'evidence'] as const;

/** One profile, or all its problems. `fileExists` is asked about paths relative to the folder of the profile. */
export function readProfile(
  input: { readonly file: string; readonly text: string },
  catalogue: Catalogue,
  options: { readonly fileExists: (relativePath: string) => boolean },
): Result<Profile> {
  const tree = parseYaml(input.text, input.file);
  if (!tree.ok) return tree;
  const desk: RecordDesk = { problems: [], catalogue, fileExists: options.fileExists };
  const entries = topLevel(desk, tree.value, headKeys);
  if (entries === null) return { ok: false, problems: desk.problems };
  readFormat(desk, entries, tree.value.at);
  const title = neededText(desk, entries, 'profile', tree.value.at);
  const version = readCatalogueVersion(desk, entries);
  const packs = packsOf(desk, entries.get('packs')?.value);
  const reviewMonths = reviewMonthsOf(desk, entries.get('review')?.value);
  const { answers: written, confirmed } = readSections(desk, entries, 'profile');
  const answers = withDocuments(desk, entries.get('evidence')?.value, written, 'profile');
  if (title === null || version === null || desk.problems.length > 0)
    return { ok: false, problems: desk.problems.toSorted(byPlace) };
  return { ok: true, value: { title, file: input.file, catalogue: version, answers, confirmed, packs, reviewMonths } };
}

/** Law cannot be chosen; only packs that are offered can. */
export function packsOf(desk: RecordDesk, tree: Tree | undefined): ReadonlySet<PackId> {
  const { packs } = desk.catalogue;
  return new Set(
    (tree === undefined ? [] : itemsOf(desk, tree, 'packs')).flatMap((item): PackId[] => {
      const found = nameOf(desk, item, 'packs');
      const pack = packs.find((id) => id === found);
      if (found === null || pack !== undefined) return pack === undefined ? [] : [pack];
      const near = suggest(desk, found, packs);
      complain(desk, item.at, {
        code: 'unknown-value',
        params: { key: 'packs', found: clip(found), near, known: packs },
      });
      return [];
    }),
  );
}

/**
 * The use case with the answers of the profile. What both answer must agree; an explicit unknown wins; sets that the catalogue
 * marks so are united. Problem: `contradicts-profile`, at the answer of the use case.
 */
export function mergeProfile(useCase: UseCase, profile: Profile, catalogue: Catalogue): Result<UseCase> {
  const desk: Desk = { problems: [] };
  const answers = new Map(useCase.answers);
  for (const [id, given] of profile.answers) {
    const fact = catalogue.facts.get(id);
    if (fact === undefined) continue;
    const ours = answers.get(id);
    const alone = ours === undefined || (fact.type === 'set' && fact.unite);
    const theirs = alone ? asAnsweredThen(fact, given, profile.catalogue, catalogue) : given;
    const joined = ours === undefined ? theirs : join(fact, ours, theirs);
    if (joined !== null) answers.set(id, joined);
    else if (ours !== undefined)
      complain(desk, ours.at, { code: 'contradicts-profile', params: { fact: id, profile: profile.file } });
  }
  if (desk.problems.length > 0) return { ok: false, problems: desk.problems.toSorted(byPlace) };
  const packs = new Set([...useCase.packs, ...profile.packs]);
  const reviewMonths = shorter(useCase.reviewMonths, profile.reviewMonths);
  const confirmed = new Map([...confirmedFor(useCase, profile, catalogue), ...useCase.confirmed]);
  const { file, title } = profile;
  return {
    ok: true,
    value: { ...useCase, answers, confirmed, packs, reviewMonths, profile: file, organisation: title },
  };
}

/** Members that came after the version the profile answered are unknown, though the use case may have answered a later one. */
function asAnsweredThen(fact: Fact, given: Given, version: CatalogueVersion, { versions }: Catalogue): Given {
  if (given.type !== 'set' || given.value === null || fact.type !== 'set') return given;
  const named = new Set(given.value.map(({ option }) => option));
  const then = versions.indexOf(version);
  const later = fact.options.filter(
    ({ id, since }) => since !== null && versions.indexOf(since) > then && !named.has(id),
  );
  return { ...given, value: [...given.value, ...later.map(({ id }) => ({ option: id, sure: false }))] };
}

/** The profile confirms only its own empty sets: where the use case answers one, it has to confirm that itself. */
function confirmedFor(useCase: UseCase, profile: Profile, catalogue: Catalogue): [string, Confirmed][] {
  return [...profile.confirmed].filter(([section]) => {
    const facts = [...(catalogue.sections.get(section)?.facts.values() ?? [])];
    return !facts.some((fact) => fact.type === 'set' && fact.confirm && useCase.answers.has(fact.id));
  });
}

/** Both answers as one; null when they contradict each other. */
function join(fact: Fact, ours: Given, theirs: Given): Given | null {
  if (ours.type === 'set' && theirs.type === 'set') {
    return joinSets(ours, theirs, fact.type === 'set' && fact.unite);
  }
  const [here, there] = [claimOf(ours), claimOf(theirs)];
  if (here === null) return ours;
  if (there === null) return theirs;
  if (here !== there) return null;
  return ours.type === 'measure' && theirs.type === 'measure' ? joinMeasures(ours, theirs) : joinSame(ours, theirs);
}

type GivenOf<Type extends Given['type']> = Extract<Given, { type: Type }>;

/** What two answers have to agree in. */
function claimOf(given: Given): boolean | string | null {
  if (given.type === 'measure') return given.done;
  if (given.type === 'judgement') return given.claimed;
  if (given.type === 'opinion') return given.result;
  return given.type === 'set' ? null : given.value;
}

function joinSets(ours: GivenOf<'set'>, theirs: GivenOf<'set'>, unite: boolean): Given | null {
  if (ours.value === null) return ours;
  if (theirs.value === null) return theirs;
  const sure = new Map(ours.value.map((member) => [member.option, member.sure]));
  const shared = theirs.value.filter(({ option }) => sure.has(option)).length;
  if (!unite && (shared !== ours.value.length || shared !== theirs.value.length)) return null;
  for (const member of theirs.value) sure.set(member.option, member.sure && sure.get(member.option) !== false);
  return { ...ours, value: Array.from(sure, ([option, isSure]) => ({ option, sure: isSure })) };
}

const joinMeasures = (ours: GivenOf<'measure'>, theirs: GivenOf<'measure'>): Given => ({
  ...ours,
  note: ours.note ?? theirs.note,
  planned: ours.planned ?? theirs.planned,
  evidence: [...ours.evidence, ...theirs.evidence],
});

/** The use case's own words come first: it is the nearer record. */
function joinSame(ours: Given, theirs: Given): Given {
  const note = ours.note ?? theirs.note;
  if (ours.type !== 'yes-no' || theirs.type !== 'yes-no') return { ...ours, note };
  return { ...ours, note, confirmedOn: ours.confirmedOn ?? theirs.confirmedOn };
}
