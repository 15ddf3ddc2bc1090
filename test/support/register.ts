import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './world.ts';

const fixtures = 'fixtures/use-cases';
const text = (name: string): string => readFileSync(`${fixtures}/${name}.yaml`, 'utf8');

/** The check code of its answers, as opinions and the approval in it name it. */
const digest = /digest: "?(?<code>[0-9a-f]{12})/.exec(text('pressetexte'))?.groups?.['code'] ?? '';

/** What must never stand in a public register. */
export const secrets = [
  'E. Example',
  'Courses begin in February.',
  'Leitung Pressestelle',
  'A wrong number went out.',
  '7.3.1-beta',
  'kompass-profile.yaml',
  'pressetexte.yaml',
  'Rathausdialog',
  'BSI',
] as const;

/**
 * A town with some uses of the fixtures: two of one product, one with a waiver, an approval, an incident and a register entry, one of
 * which nothing is known, one with a mistake, and one whose id is taken.
 */
export function town(): string {
  const folder = temporaryFolder();
  cpSync(`${fixtures}/nachweise`, join(folder, 'nachweise'), { recursive: true });
  const write = (name: string, more = ''): void => writeFileSync(join(folder, `${name}.yaml`), text(name) + more);
  write('kompass-profile');
  write('nur-kopf');
  write('spamfilter');
  write('buerger-chatbot', 'product: { name: Rathausdialog, supplier: Beispiel GmbH }\n');
  const product = 'product: { name: Textwerk, supplier: Textwerk AG, version: 7.3.1-beta }\n';
  write('mitarbeiter-assistent', product);
  write(
    'pressetexte',
    `${product}register: { on: 2026-03-15, entry: KI-0007 }
review: { last: 2026-03-01, every: 6 }
approval: { by: head-of-authority, on: 2026-03-01, digest: "${digest}" }
operation: { events: [{ on: 2026-05-04, kind: incident, text: A wrong number went out. }] }
`,
  );
  write(
    'bewerber-vorauswahl',
    `waivers:
  - finding: ai-act.art-4
    reason: Courses begin in February.
    measures: The head of staff looks through each list.
    approved-by: { name: E. Example, role: head-of-authority }
    approved-on: 2026-11-20
    expires: 2027-09-30
`,
  );
  writeFileSync(join(folder, 'kaputt.yaml'), 'kompass: 1\nid: kaputt\ntitel: Nichts\n');
  writeFileSync(join(folder, 'zweimal.yaml'), text('spamfilter'));
  return folder;
}
