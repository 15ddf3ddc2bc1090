import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kompass, temporaryFolder } from './support/world.ts';

const judged = (claim: string, role: string): string =>
  `${claim}: { claimed: yes, reason: r, role: ${role}, on: 2026-11-02, evidence: { link: "https://example.org/a", on: 2026-11-02, by: a } }`;
const done = '{ done: yes, evidence: { link: "https://example.org/a", on: 2026-11-02, by: a } }';

/** The body of a paper about a use with these facts; what stands on the cover is left out. */
async function paper(kind: string, facts: string): Promise<string> {
  const cwd = temporaryFolder();
  const head =
    'kompass: 1\ncatalogue: 2026-11\nid: a\ntitle: A\npurpose: Helps.\nowner: { unit: IT, role: Head of IT }\n';
  writeFileSync(join(cwd, 'a.yaml'), `${head}${facts}`);
  const options = ['--lang', 'en', '--as-of', '2026-11-24'];
  const { code, out, err } = await kompass(['document', kind, 'a.yaml', ...options], { cwd });
  expect([code, err]).toEqual([0, '']);
  return out.slice(out.indexOf('\n## 1. '));
}

/** What is said for certain: neither help nor an open point. */
const saidIn = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(?:> |Help:|Basis:)/.test(line))
    .join('\n');

const bot = (
  channels: string,
  data = 'ordinary',
): string => `organisation: { kind: municipality, land: ni, relation: [bought] }
system: { infers: yes }
screening: { outputs: [talks-with-people, text], people: [public-uses], data: [${data}], matters: [information], areas: [], practices: [], confirmed: { by: a, on: 2026-11-01 } }
outputs: { dialogue: yes, content-work: [new-content], text-published: no }
digital: { channels: [${channels}] }
`;

describe('the notice', () => {
  test('has a window for the website, an announcement for the telephone, and not the one for the other', async () => {
    const website = saidIn(await paper('notice', bot('website')));
    expect(website).toContain('It is not a human.');
    expect(website).not.toContain('Text 1: telephone');
    const telephone = saidIn(await paper('notice', bot('telephone')));
    expect(telephone).toContain('You are speaking with a computer program.');
    expect(telephone).not.toContain('Text 1: chat window');
  });

  test('asks people to leave out what the use does not process, and nothing that it does', async () => {
    const health = 'Please write nothing about health';
    expect(saidIn(await paper('notice', bot('website')))).toContain(health);
    expect(saidIn(await paper('notice', bot('website', 'ordinary, special')))).not.toContain(health);
    expect(saidIn(await paper('notice', bot('website', 'ordinary, special?')))).not.toContain(health);
  });

  test('promises a way to a human only where there is one', async () => {
    const way = 'This is how you reach a human';
    expect(saidIn(await paper('notice', bot('website')))).not.toContain(way);
    expect(saidIn(await paper('notice', `${bot('website')}measures: { human-channel: ${done} }`))).toContain(way);
  });

  test('lets a published text go without a label only where review and editor are on record', async () => {
    const facts = bot('website').replace('text-published: no', 'text-published: yes');
    const label = 'This text was made or changed with artificial intelligence';
    const review = `measures: { text-review: ${done} }\njudgements: { `;
    expect(saidIn(await paper('notice', `${facts}measures: { text-review: no }`))).toContain(label);
    const recorded = `${facts}${review}${judged('editorial-responsibility', 'head-of-unit')} }`;
    expect(saidIn(await paper('notice', recorded))).not.toContain(label);
    // Claimed by nobody: whether a label is needed is no longer open.
    expect(saidIn(await paper('notice', `${facts}${review}editorial-responsibility: no }`))).toContain(label);
  });

  test('denies an automated decision only where it is certain that there is none', async () => {
    const denied = 'is not made here';
    const decides = (part: string) =>
      `${bot('website').replace('[public-uses]', '[public-uses, about-public]')}decision: { human-part: ${part}, legal-effect: yes }`;
    expect(saidIn(await paper('notice', bot('website')))).toContain(denied);
    expect(saidIn(await paper('notice', decides('automatic')))).not.toContain(denied);
    expect(saidIn(await paper('notice', decides('confirms')))).not.toContain(denied);
    const really = `${decides('confirms')}\njudgements: { ${judged('human-decides', 'legal-office')} }`;
    expect(saidIn(await paper('notice', really))).toContain(denied);
  });
});

describe('the letter about a high-risk use', () => {
  const use = readFileSync('fixtures/use-cases/bewerber-vorauswahl.yaml', 'utf8');
  const facts = use
    .slice(use.indexOf('organisation:'))
    .replace('[bought] }', '[bought], kind: municipality, land: ni }');

  test('says so from the day on which that counts, where the use begins before', async () => {
    const before = saidIn(await paper('notice', facts));
    expect(before).toMatch(/Since \*\*\\\[\d+: day from which .* the program has been a high-risk AI system/);
    expect(before).not.toContain('The program is a high-risk AI system');
    const after = saidIn(await paper('notice', facts.replace('2027-06-01', '2030-09-01')));
    expect(after).toContain('The program is a high-risk AI system');
    expect(after).not.toContain('day from which the classification');
  });
});

const tool = (data: string, by = 'own'): string =>
  `screening: { people: [staff-uses], data: [${data}] }\ndata: { processed-by: [${by}], legal-basis: [public-task] }\n`;

describe('the rules for users', () => {
  test('list the data that were chosen and no others', async () => {
    const text = saidIn(await paper('user-rules', tool('ordinary, offences')));
    expect(text).toContain('- ordinary data about people');
    expect(text).toContain('- data on criminal offences');
    for (const other of ['- health', 'social benefits', '- tax data', '- secret']) expect(text).not.toContain(other);
  });

  test('let no data about people in while no legal basis carries them', async () => {
    for (const basis of ['[]', 'unknown']) {
      const facts = tool('ordinary').replace('[public-task]', basis);
      expect(saidIn(await paper('user-rules', facts))).not.toContain('- ordinary data');
    }
  });

  test('let secrets and social data in only where secrecy was cleared', async () => {
    const cleared = `${tool('social')}measures: { secrecy-cleared: ${done} }`;
    expect(saidIn(await paper('user-rules', cleared))).toContain('social benefits');
    for (const facts of [tool('social'), `${tool('social')}measures: { secrecy-cleared: no }`])
      expect(saidIn(await paper('user-rules', facts))).not.toContain('social benefits');
  });

  test('let only public data into a tool without a contract, whatever was chosen', async () => {
    const text = saidIn(await paper('user-rules', tool('ordinary, personnel', 'public-tool')));
    expect(text).toContain('Only public data.');
    expect(text).not.toContain('- ordinary data');
    expect(text).not.toContain('- data of employees');
  });
});
