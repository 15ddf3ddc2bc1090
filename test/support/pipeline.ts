import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './world.ts';

/** The files of `pipelineFolder`, in the order in which they are checked. */
export const pipelineFiles = ['buerger-chatbot.yaml', 'chatbot-mit-luecken.yaml', 'kaputt.yaml'];

/** A folder with a use case that is ready, the same with gaps of every kind, and a file that cannot be read. */
export function pipelineFolder(): string {
  const cwd = temporaryFolder();
  const source = 'fixtures/use-cases';
  for (const name of ['buerger-chatbot.yaml', 'kompass-profile.yaml', 'nachweise'])
    cpSync(join(source, name), join(cwd, name), { recursive: true });
  const text = readFileSync(join(cwd, 'buerger-chatbot.yaml'), 'utf8');
  writeFileSync(join(cwd, 'chatbot-mit-luecken.yaml'), withGaps(text));
  writeFileSync(
    join(cwd, 'kaputt.yaml'),
    'kompass: 1\nid: kaputt\ntitle: Tage verschrieben\nlifecycle:\n  start: 01.03.2027\n  end: morgen\n',
  );
  return cwd;
}

/** Denied: curated information (unmet) and the test of quality (waived). Not answered: the security concept and traces of staff (open). */
const withGaps = (text: string): string =>
  text
    .replace('id: buerger-chatbot', 'id: chatbot-mit-luecken')
    .replace('title: Chatbot für Bürgeranfragen', 'title: Chatbot mit Lücken')
    .replace('quality-test, information-curated, ', '')
    .replace('security-concept, ', '')
    .replace('staff-traces: no', 'staff-traces: unknown')
    .replace(
      /^evidence:$/m,
      [
        'measures:',
        '  quality-test: { done: no }',
        '  information-curated: { done: no }',
        'waivers:',
        '  - finding: municipal.quality-test',
        '    use-case: chatbot-mit-luecken',
        '    reason: Der Prüfplan wird im Januar fertig.',
        '    measures: Bis dahin liest die Leitung jede Antwort nach.',
        '    approved-by: { name: Erika Beispiel, role: head-of-authority }',
        '    approved-on: 2026-11-20',
        '    expires: 2027-06-30',
        '',
        'evidence:',
      ].join('\n'),
    );
