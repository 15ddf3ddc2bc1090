import type { RegisterRow } from './register.ts';
import { productKey } from './use-case.ts';

/** What the order rests on; the public register has no more of a use. */
type Orderable = Pick<RegisterRow, 'id' | 'title' | 'product'> & { readonly owner: Pick<RegisterRow['owner'], 'unit'> };

/** Uses that stand together: those of one product, or a single one. */
export interface RegisterGroup<Row> {
  /** Whether they are several uses of one product. */
  readonly isProduct: boolean;
  readonly rows: readonly Row[];
}

type SectionHead = { readonly kind: 'unit'; readonly unit: string } | { readonly kind: 'shared' | 'no-unit' };

/** A part of the register: a unit, products that several units use, or the uses of which no unit is named. */
export type RegisterSection<Row> = SectionHead & { readonly groups: readonly RegisterGroup<Row>[] };

/**
 * Reads like a list of a house: by unit, in it by title. Uses of one product stand together under its name; where they belong to several
 * units, after all units. No locale is asked, so the order is the same everywhere.
 */
export function sectionsOf<Row extends Orderable>(rows: readonly Row[]): readonly RegisterSection<Row>[] {
  const sections = new Map<string, { head: SectionHead; groups: RegisterGroup<Row>[] }>();
  for (const group of groupsOf(rows)) {
    const head = headOf(group);
    const key = sortKeyOf(head);
    const section = sections.get(key) ?? { head, groups: [] };
    section.groups.push(group);
    sections.set(key, section);
  }
  return [...sections].toSorted(([a], [b]) => compareTexts(a, b)).map(([, { head, groups }]) => ({ ...head, groups }));
}

/** Units come first, then what they share, then what belongs to none. */
function sortKeyOf(head: SectionHead): string {
  if (head.kind === 'unit') return `1 ${nameKey(head.unit)}`;
  return head.kind === 'shared' ? '2' : '3';
}

function groupsOf<Row extends Orderable>(rows: readonly Row[]): readonly RegisterGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows.toSorted(byTitle)) {
    // An id is unique in a register, and no product begins with a line break.
    const key = row.product === null ? `\n${row.id}` : productKey(row.product);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return Array.from(groups.values(), (found) => ({ isProduct: found.length > 1, rows: found })).toSorted((a, b) =>
    compareTexts(groupName(a), groupName(b)),
  );
}

/** Uses of one product are found under its name, a single use under its own. */
function groupName({ isProduct, rows: [first] }: RegisterGroup<Orderable>): string {
  if (first === undefined) return '';
  return isProduct && first.product !== null ? first.product.name : first.title;
}

function headOf({ rows }: RegisterGroup<Orderable>): SectionHead {
  const [unit = null, ...others] = [
    ...new Map(rows.map(({ owner }) => [owner.unit === null ? null : nameKey(owner.unit), owner.unit])).values(),
  ];
  if (others.length > 0) return { kind: 'shared' };
  return unit === null ? { kind: 'no-unit' } : { kind: 'unit', unit: unit.trim() };
}

const byTitle = (a: Orderable, b: Orderable): number => compareTexts(a.title, b.title) || compareTexts(a.id, b.id);

/** How a name is looked up: capitals, accents and spaces around it make no other one. */
export const nameKey = (text: string): string =>
  text
    .trim()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase();

function compareTexts(a: string, b: string): number {
  const [first, second] = [nameKey(a), nameKey(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
