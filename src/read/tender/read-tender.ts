import type { ClauseId } from '../../model/ids.ts';
import type { Position } from '../../model/position.ts';
import type {
  DocumentReading,
  DocumentText,
  NamedDocument,
  Obstacle,
  StrangeId,
  TenderReading,
  Wording,
} from '../../model/tender.ts';
import type { UseCase } from '../../model/use-case.ts';
import { documentText } from './document-text.ts';
import { clauseFinder, type DocumentFindings, readingsOf } from './find-clauses.ts';
import { nothing } from './obstacle.ts';

/** Opens a document by its path below the folder of the use case. */
export type OpenDocument = (
  file: string,
) => { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly obstacle: Obstacle };

/**
 * Reads the tender documents that the use case names, one after the other, and tells which clauses stand in them. That one is missing
 * is only said when all documents could be read as a whole.
 */
export async function withTender(useCase: UseCase, wordings: readonly Wording[], open: OpenDocument): Promise<UseCase> {
  const { named, listed } = useCase.documents;
  const find = clauseFinder(wordings);
  const documents: DocumentReading[] = [];
  const findings: DocumentFindings[] = [];
  for (const document of named) {
    const { text, found } = await readOne(document, open, find);
    const { file, kind } = document;
    documents.push({ file, kind, obstacles: text.obstacles, hasText: text.passages.length > 0 });
    if (found !== null) findings.push(found);
  }
  const clauses = readingsOf(wordings, findings, (clause) => listed.has(clause));
  const positions = positionsOf(clauses, useCase.file);
  const reading: TenderReading = { documents, clauses, positions, strange: firstOfEach(findings) };
  return {
    ...useCase,
    tender: {
      state: documents.every(({ obstacles }) => obstacles.length === 0) ? 'read' : 'unreadable',
      clauses: agreed(reading),
    },
    documents: { named, listed, reading },
  };
}

/** An id that does not exist is told once, where it stands first. */
function firstOfEach(findings: readonly DocumentFindings[]): readonly StrangeId[] {
  const first = new Map<string, StrangeId>();
  for (const { strange } of findings) for (const one of strange) if (!first.has(one.found)) first.set(one.found, one);
  return [...first.values()];
}

async function readOne(
  { file, kind }: NamedDocument,
  open: OpenDocument,
  find: ReturnType<typeof clauseFinder>,
): Promise<{ readonly text: DocumentText; readonly found: DocumentFindings | null }> {
  const opened = open(file);
  const text = opened.ok ? await documentText(file, opened.bytes) : nothing(opened.obstacle);
  const found = find(file, kind, text);
  return found === null ? { text: nothing({ code: 'broken' }), found } : { text, found };
}

function positionsOf(clauses: TenderReading['clauses'], useCaseFile: string): TenderReading['positions'] {
  const folder = useCaseFile.slice(0, useCaseFile.lastIndexOf('/') + 1);
  return new Map(
    [...clauses].flatMap(
      ([
        clause,
        {
          places: [place],
        },
      ]): [ClauseId, Position][] =>
        place === undefined ? [] : [[clause, { file: folder + place.file, line: place.number, column: 1 }]],
    ),
  );
}

/** The clauses that count as standing in the documents: as they are to be, or in words of which somebody says that they will do. */
const agreed = ({ clauses, positions }: TenderReading): TenderReading['positions'] =>
  new Map(
    [...positions].filter(([clause]) => {
      const reading = clauses.get(clause);
      return reading?.state === 'found' || (reading?.state === 'changed' && reading.listed);
    }),
  );
