import type { Fact } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import type { Given } from '../model/use-case.ts';
import type { DocumentKind } from './document.ts';
import { evidenceFields, type RecordDesk } from './records.ts';
import { complain, itemsOf, nameOf, suggest } from './shape.ts';
import { clip, type Tree } from './yaml.ts';

/**
 * The top-level list `evidence`: documents that prove several measures each. What one proves is done, unless the measure itself says
 * that it is not.
 */
export function withDocuments(
  desk: RecordDesk,
  tree: Tree | undefined,
  answers: ReadonlyMap<FactId, Given>,
  kind: DocumentKind,
): ReadonlyMap<FactId, Given> {
  if (tree === undefined) return answers;
  const all = new Map(answers);
  for (const item of itemsOf(desk, tree, 'evidence')) {
    const read = evidenceFields(desk, item, ['proves']);
    if (read === null) continue;
    const proves = read.fields.get('proves')?.value;
    for (const fact of proves === undefined ? missing(desk, item) : measuresOf(desk, proves, kind)) {
      const given = all.get(fact.id);
      const measure =
        given?.type === 'measure'
          ? given
          : {
              type: 'measure' as const,
              at: item.at,
              note: null,
              source: null,
              done: null,
              planned: null,
              evidence: [],
            };
      all.set(fact.id, {
        ...measure,
        done: measure.done ?? true,
        evidence: [...measure.evidence, read.evidence],
      });
    }
  }
  return all;
}

function missing(desk: RecordDesk, item: Tree): readonly Fact[] {
  complain(desk, item.at, { code: 'missing-key', params: { key: 'proves' } });
  return [];
}

/** Measures by the name that they have in the section `measures`. */
function measuresOf(desk: RecordDesk, tree: Tree, kind: DocumentKind): readonly Fact[] {
  const section = desk.catalogue.sections.get('measures')?.facts ?? new Map<string, Fact>();
  return itemsOf(desk, tree, 'proves').flatMap((item): Fact[] => {
    const name = nameOf(desk, item, 'proves');
    if (name === null) return [];
    const fact = section.get(name);
    if (fact === undefined) {
      const near = suggest(desk, name, section.keys());
      complain(desk, item.at, {
        code: 'unknown-fact',
        params: { id: clip(`measures.${name}`), near: near === null ? null : `measures.${near}` },
      });
      return [];
    }
    if (fact.scope === 'both' || fact.scope === kind) return [fact];
    complain(desk, item.at, {
      code: fact.scope === 'profile' ? 'profile-only' : 'use-case-only',
      params: { fact: fact.id },
    });
    return [];
  });
}
