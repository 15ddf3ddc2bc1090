import type { RuleId, UseCaseId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import type { Waiver } from '../model/use-case.ts';
import { officeOf, type RecordDesk } from './records.ts';
import {
  complain,
  type Entries,
  fieldsOf,
  itemsOf,
  nameOf,
  needed,
  neededDate,
  neededText,
  suggest,
  textOf,
} from './shape.ts';
import { idOf } from './use-case-id.ts';
import { clip, type Tree } from './yaml.ts';

/** The waivers of a use-case file; one that names another use case is refused. */
export function waiversOf(desk: RecordDesk, tree: Tree, id: UseCaseId | null): readonly Waiver[] {
  return itemsOf(desk, tree, 'waivers')
    .map((item) => {
      const fields = fieldsOf(desk, item, 'waivers', waiverKeys);
      const named = fields?.get('use-case')?.value;
      if (named !== undefined) checkUseCase(desk, named, id);
      return fields === null ? null : waiverOf(desk, fields, item.at);
    })
    .filter((waiver) => waiver !== null);
}

/** A waiver that stands outside the use cases has to say for which it is. */
export interface NamedWaiver {
  readonly useCases: readonly UseCaseId[];
  readonly waiver: Waiver;
}

export function namedWaiversOf(desk: RecordDesk, tree: Tree): readonly NamedWaiver[] {
  return itemsOf(desk, tree, 'waivers').flatMap((item): NamedWaiver[] => {
    const fields = fieldsOf(desk, item, 'waivers', waiverKeys);
    if (fields === null) return [];
    const useCases = useCasesOf(desk, needed(desk, fields, 'use-case', item.at));
    const waiver = waiverOf(desk, fields, item.at);
    return waiver === null ? [] : [{ useCases, waiver }];
  });
}

function useCasesOf(desk: RecordDesk, tree: Tree | null): readonly UseCaseId[] {
  if (tree === null) return [];
  const items = tree.kind === 'list' ? tree.items : [tree];
  if (items.length === 0) complain(desk, tree.at, { code: 'empty-value', params: { key: 'use-case' } });
  return items.map((item) => idOf(desk, item, 'use-case')).filter((id) => id !== null);
}

const waiverKeys = ['finding', 'use-case', 'reason', 'measures', 'approved-by', 'approved-on', 'expires'] as const;

function waiverOf(desk: RecordDesk, fields: Entries, at: Position): Waiver | null {
  const finding = findingOf(desk, needed(desk, fields, 'finding', at));
  const reason = neededText(desk, fields, 'reason', at);
  const measures = neededText(desk, fields, 'measures', at);
  const approvedBy = approverOf(desk, needed(desk, fields, 'approved-by', at), finding);
  const approvedOn = neededDate(desk, fields, 'approved-on', at);
  const expires = neededDate(desk, fields, 'expires', at);
  if (finding === null || reason === null || measures === null || approvedBy === null) return null;
  if (approvedOn === null || expires === null) return null;
  if (expires < approvedOn)
    return complain(desk, at, { code: 'dates-order', params: { name: 'approved-on, expires' } });
  return { finding, reason, measures, approvedBy, approvedOn, expires, at };
}

/** A waiver copied from another file must not count here. */
function checkUseCase(desk: RecordDesk, tree: Tree, id: UseCaseId | null): void {
  const named = (tree.kind === 'list' ? tree.items : [tree]).map((item) => textOf(desk, item, 'use-case') ?? '');
  if (id !== null && !named.includes(id)) {
    complain(desk, tree.at, { code: 'foreign-waiver', params: { found: clip(named.join(', ')), id } });
  }
}

function findingOf(desk: RecordDesk, tree: Tree | null): RuleId | null {
  const found = tree === null ? null : nameOf(desk, tree, 'finding');
  if (tree === null || found === null) return null;
  const { waivable } = desk.catalogue;
  const known = waivable.get(found);
  if (known === undefined) {
    const near = suggest(desk, found, waivable.keys());
    return complain(desk, tree.at, { code: 'unknown-rule', params: { id: clip(found), near } });
  }
  return known.offices.length > 0
    ? known.rule
    : complain(desk, tree.at, { code: 'not-waivable', params: { rule: known.rule } });
}

function approverOf(desk: RecordDesk, tree: Tree | null, finding: RuleId | null): Waiver['approvedBy'] | null {
  const fields = tree === null ? null : fieldsOf(desk, tree, 'approved-by', ['name', 'role']);
  if (tree === null || fields === null) return null;
  const name = neededText(desk, fields, 'name', tree.at);
  const roleTree = needed(desk, fields, 'role', tree.at);
  const role = roleTree === null ? null : officeOf(desk, roleTree, 'role');
  if (name === null || roleTree === null || role === null) return null;
  const entitled = finding === null ? undefined : desk.catalogue.waivable.get(finding)?.offices;
  if (finding === null || entitled === undefined || entitled.includes(role)) return { name, role };
  return complain(desk, roleTree.at, { code: 'waiver-role', params: { rule: finding, found: role, known: entitled } });
}
