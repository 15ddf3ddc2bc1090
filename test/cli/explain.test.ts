import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kompass } from '../support/world.ts';

const applicants = 'fixtures/use-cases/bewerber-vorauswahl.yaml';
const chatbot = 'fixtures/use-cases/buerger-chatbot.yaml';
const explained = async (...args: readonly string[]): Promise<string> =>
  (await kompass(['explain', ...args, '--lang', 'en'])).out.replace(/\s+/g, ' ');

const given = (text: string) => ({ stdin: `kompass: 1\ncatalogue: 2026-11\nid: a\ntitle: A\n${text}` });

describe('kompass explain', () => {
  test('tells the tier down to the answer, with its place', async () => {
    const out = await explained(applicants);
    expect(out).toContain('high-risk AI system. By your answers this is settled.');
    expect(out).toMatch(/✓ Recruitment or selection \(Annex III point 4\(a\) AI Act\) ai-act\.annex-3-4-a/);
    expect(out).toMatch(
      /Answer: handles-applications, assesses-people · fixtures\/use-cases\/bewerber-vorauswahl\.yaml:\d+/,
    );
    expect(out).toMatch(/\d+ more provisions do not apply/);
  });

  test('tells why something does not apply: the answer that rules it out', async () => {
    const out = await explained(chatbot, 'ai-act.annex-3-4-a');
    expect(out).toContain('Result does not apply');
    expect(out).toMatch(
      /✗ .*\(work\.recruitment\) Answer: ruled out by screening\.areas · \S+buerger-chatbot\.yaml:\d+/,
    );
  });

  test('tells of a duty whether it applies, from when, and what is missing for it', async () => {
    const out = await explained(applicants, 'ai-act.art-4');
    expect(out).toContain('Result applies · unmet');
    expect(out).toMatch(/MET WHEN ✗ .*\(measures\.ai-literacy\) Answer: (?:not done|planned for)/);
  });

  test('tells of a question what was answered and what it bears on', async () => {
    const out = await explained(applicants, 'decision.human-part');
    expect(out).toMatch(/Answer A person .*\(confirms\) · \S+:\d+/);
    expect(out).toMatch(/BEARS ON .*✓ .*\(gdpr\.confirmed-decision\)/);
  });

  test('tells what weighs in the verdict, gravest first', async () => {
    const out = await explained(applicants, 'verdict');
    expect(out.indexOf('ai-act.art-4')).toBeLessThan(out.indexOf('CLARIFY FIRST'));
    expect(out.indexOf('CLARIFY FIRST')).toBeLessThan(out.indexOf('gdpr.art-22-automated'));
  });

  test('tells the missing answers of what is open', async () => {
    const out = await explained('fixtures/use-cases/nur-kopf.yaml');
    expect(out).toMatch(/SCOPE \? No AI system .*Missing: system\.infers/);
    expect(out).toContain('Missing: screening.practices');
  });

  test('says what would be different, and writes nothing', async () => {
    const before = readFileSync(chatbot, 'utf8');
    const out = await explained(chatbot, '--what-if', 'screening.areas=work', 'work.recruitment=assesses-people');
    expect(out).toContain(
      'Supposed: screening.areas=work and work.recruitment=assesses-people. The file stays as it is.',
    );
    expect(out).toMatch(/Tier “transparency duties” → “transparency duties” to “high-risk AI system”/);
    expect(out).toMatch(/Recruitment or selection \(ai-act\.annex-3-4-a\) does not apply → applies/);
    expect(readFileSync(chatbot, 'utf8')).toBe(before);
  });

  test('says so when nothing would be different', async () => {
    expect(await explained('fixtures/use-cases/nur-kopf.yaml', '--what-if', 'system.infers=unknown')).toContain(
      'Nothing would be different.',
    );
  });

  test('says what would make tier and result better or worse, and leaves out what cannot be', async () => {
    const out = await explained(applicants, '--what-would-change');
    expect(out).toMatch(/LOWER TIER .*screening\.areas=\[\] · would be otherwise than now/);
    expect(out).toMatch(/BETTER RESULT All 2 together: .*measures\.ai-literacy=yes/);
    const ready = await explained(chatbot, '--what-would-change');
    expect(ready).not.toContain('BETTER RESULT');
    expect(ready).toMatch(/WORSE RESULT One of these is enough: .*\+ \d+ more/);
  });

  test('keeps within 80 columns but for links, in both languages', async () => {
    for (const lang of ['de', 'en'])
      for (const what of ['tier', 'verdict', 'ai-act.art-26-1', 'screening.areas']) {
        const { out } = await kompass(['explain', applicants, what, '--lang', lang]);
        expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
      }
  });

  test('puts links behind citations on a terminal that shows them', async () => {
    const { out } = await kompass(['explain', applicants, 'ai-act.art-4', '--lang', 'en'], { columns: 80 });
    expect(out).toContain('\u001B]8;;https://eur-lex.europa.eu/');
  });

  test.each([
    [['gdpr.art-99'], 'There is no rule and no question “gdpr.art-99”'],
    [['--what-if', 'screening.aeras=work'], 'Did you mean “screening.areas”?'],
    [['--as-of', 'tomorrow'], '“tomorrow” is not a date'],
  ])('%j is wrong input', async (args, message) => {
    const { code, out, err } = await kompass(['explain', chatbot, ...args, '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('a supposed answer that contradicts the file is refused', async () => {
    const { code, err } = await kompass([
      'explain',
      chatbot,
      '--what-if',
      'work.recruitment=assesses-people',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('[contradicts-set]');
  });

  test('foreign text cannot steer the terminal', async () => {
    const stdin =
      'kompass: 1\nid: a\ntitle: A\nlifecycle: { stage: { value: tender, note: "\\e[2Jx", by: "\\a::error::", on: 2026-11-01 } }\n';
    const { out } = await kompass(['explain', '-', 'lifecycle.stage', '--lang', 'en'], { stdin });
    expect(out.replaceAll(/\n +/g, ' ')).toContain(
      String.raw`(tender) (\x07\x3a:error\x3a:, 2026-11-01) · “\x1b[2Jx” · -:4`,
    );
    expect(out.includes('\u001B') || out.includes('\u0007')).toBe(false);
  });

  test('a supposed empty list confirms no other list of the file', async () => {
    const lists = 'system: { infers: yes }\nscreening: { outside: [], practices: [], areas: [], products: [] }\n';
    const { out } = await kompass(['explain', '-', '--what-if', 'screening.outputs=[]', '--lang', 'en'], given(lists));
    expect(out).not.toContain('Tier ');
  });

  test('says which answers fall away with what is supposed', async () => {
    const out = await explained(applicants, '--what-if', 'screening.areas=[]');
    expect(out).toMatch(/These answers then fall away, since what is supposed rules them out: .*work\.recruitment/);
    expect(out).toContain('→ “no special tier”');
  });

  test('a missing start that is supposed makes the use as ready as one that is written', async () => {
    const text = readFileSync('fixtures/use-cases/gebuehren-regelwerk.yaml', 'utf8');
    const start = /^ {2}start: (\S+).*\n/m.exec(text);
    const { out } = await kompass(
      ['explain', '-', '--what-if', `lifecycle.start=${start?.[1] ?? ''}`, '--lang', 'en'],
      { stdin: text.replace(start?.[0] ?? '', ''), cwd: 'fixtures/use-cases' },
    );
    expect(out).toMatch(/CLARIFY FIRST → NO OBSTACLE/);
  });

  test('leaves out what the law of that day does not know, and all else outside the act', async () => {
    const december = 'fixtures/use-cases/bildgenerator-intim-ab-dezember.yaml';
    expect(await explained(december, '--as-of', '2026-01-10')).not.toContain('ai-act.art-5-1-ba');
    expect(await explained(december, '--as-of', '2027-01-10')).toContain('ai-act.art-5-1-ba');
  });

  test('says that a pack is not chosen, and how many rules an answer reaches by other questions', async () => {
    const { out } = await kompass(
      ['explain', '-', 'municipal.owner-named', '--lang', 'en'],
      given('system: { infers: yes }\n'),
    );
    expect(out.replace(/\s+/g, ' ')).toContain('belongs to a pack that the organisation has not chosen');
    expect(await explained(applicants, 'screening.areas')).toMatch(/also on \d{2,} more rules/);
  });

  test('names a missing start, and each chapter by its own title', async () => {
    const out = await explained('fixtures/use-cases/nur-kopf.yaml', 'verdict');
    expect(out).toMatch(/THESE ANSWERS ARE MISSING .*\(lifecycle\.start\)/);
    expect(out.match(/Obligations of importers/g)?.length ?? 0).toBeLessThan(2);
  });
});
