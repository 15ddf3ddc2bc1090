import type { RegisterRow } from './register.ts';
import { productKey } from './use-case.ts';

/** Uses that stand together: those of one product, or a single one. */
export interface RegisterGroup {
  /** Whether they are several uses of one product. */
  readonly isProduct: boolean;
  readonly rows: readonly RegisterRow[];
}

/** A part of the register: a unit, products that several units use, or the uses of which no unit is named. */
export type RegisterSection = { readonly groups: readonly RegisterGroup[] } & (
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'shared' | 'no-unit' }
);

/**
 * Reads like a list of a house: by unit, in it by title. Uses of one product stand together under its name; where they belong to several
 * units, after all units. No locale is asked, so the order is the same everywhere.
 */
export function sectionsOf(rows: readonly RegisterRow[]): readonly RegisterSection[] {
  const sections = new Map<string, { head: SectionHead; groups: RegisterGroup[] }>();
  for (const group of groupsOf(rows)) {
    const head = headOf(group);
    const key = sortKeyOf(head);
    const section = sections.get(key) ?? { head, groups: [] };
    section.groups.push(group);
    sections.set(key, section);
  }
  return [...sections].toSorted(([a], [b]) => compareTexts(a, b)).map(([, { head, groups }]) => ({ ...head, groups }));
}

type SectionHead = { readonly kind: 'unit'; readonly unit: string } | { readonly kind: 'shared' | 'no-unit' };

/** Units come first, then what they share, then what belongs to none. */
function sortKeyOf(head: SectionHead): string {
  if (head.kind === 'unit') return `1 ${nameKey(head.unit)}`;
  return head.kind === 'shared' ? '2' : '3';
}

function groupsOf(rows: readonly RegisterRow[]): readonly RegisterGroup[] {
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows.toSorted(byTitle)) {
    // An id is unique in a register, and no product begins with a line break.
    const key = row.product === null ? `\n${row.file} ${row.id}` : productKey(row.product);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return Array.from(groups.values(), (found) => ({ isProduct: found.length > 1, rows: found })).toSorted((a, b) =>
    compareTexts(groupName(a), groupName(b)),
  );
}

/** Uses of one product are found under its name, a single use under its own. */
function groupName({ isProduct, rows: [first] }: RegisterGroup): string {
  if (first === undefined) return '';
  return isProduct && first.product !== null ? first.product.name : first.title;
}

function headOf({ rows }: RegisterGroup): SectionHead {
  const [unit = null, ...others] = [
    ...new Map(rows.map(({ owner }) => [owner.unit === null ? null : nameKey(owner.unit), owner.unit])).values(),
  ];
  if (others.length > 0) return { kind: 'shared' };
  return unit === null ? { kind: 'no-unit' } : { kind: 'unit', unit: unit.trim() };
}

const byTitle = (a: RegisterRow, b: RegisterRow): number =>
  compareTexts(a.title, b.title) || compareTexts(a.id, b.id) || compareTexts(a.file, b.file);

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
