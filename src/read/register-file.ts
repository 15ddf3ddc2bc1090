import * as z from 'zod';
import type { EarlierRegister } from '../assess/register-changes.ts';
import { verdicts } from '../model/assessment.ts';
import { type IsoDate, parseIsoDate } from '../model/date.ts';
import type { Problem, Result } from '../model/problem.ts';
import { tiers } from '../model/tier.ts';
import { isUseCaseId } from './use-case-id.ts';
import { clip } from './yaml.ts';

/** Of a register only what a comparison needs; what later versions add is left alone. */
const Row = z.object({
  id: z.string().refine(isUseCaseId),
  title: z.string(),
  owner: z.object({ unit: z.string().nullable() }),
  tier: z.object({ lowest: z.enum(tiers), highest: z.enum(tiers) }),
  verdict: z.enum(verdicts),
  digest: z.string(),
});
const Day = z.string().transform((text, context): IsoDate => {
  const day = parseIsoDate(text);
  if (day !== null) return day;
  context.addIssue('no day');
  return z.NEVER;
});
const Head = z.object({ schemaVersion: z.string(), public: z.boolean() });
const File = z.object({ asOf: Day, unread: z.array(z.unknown()), useCases: z.array(Row) });

/** A register that `kompass register -f json` wrote on an earlier day. */
export function readRegisterFile({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): Result<EarlierRegister> {
  const parsed = parse(text);
  if (!parsed.ok) return refused(file, 'json');
  const head = Head.safeParse(parsed.value);
  if (!head.success) return refused(file, 'shape');
  const { schemaVersion, public: isPublic } = head.data;
  if (!/^1\.\d+$/.test(schemaVersion)) return refused(file, 'version', clip(schemaVersion));
  if (isPublic) return refused(file, 'public');
  const found = File.safeParse(parsed.value);
  if (!found.success) return refused(file, 'shape');
  const { asOf, unread, useCases } = found.data;
  const rows = useCases.map(({ owner: { unit }, ...row }) => ({ ...row, unit }));
  return { ok: true, value: { name: file, asOf, rows, unread: unread.length, isWhole: true } };
}

function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

const refused = (
  file: string,
  why: Extract<Problem, { code: 'not-a-register' }>['params']['why'],
  found = '',
): Result<never> => ({
  ok: false,
  problems: [{ code: 'not-a-register', at: { file, line: 1, column: 1 }, params: { why, found } }],
});
