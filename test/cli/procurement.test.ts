import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkJson, kompass, temporaryFolder } from '../support/world.ts';

const folder = 'fixtures/procurement';
const uses = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'einsatz.yaml')));
const [chatbot = '', applications = ''] = uses;

const tender = ['*/einsatz.yaml', '--for', 'tender'];
const award = ['*/einsatz.yaml', '--for', 'award'];

/** The folder of the procurement office; every supplier is still unknown. */
function office(): string {
  const cwd = temporaryFolder();
  cpSync(folder, cwd, { recursive: true });
  return cwd;
}

/** The same once each supplier has answered. */
async function answered(): Promise<string> {
  const cwd = office();
  for (const use of uses)
    expect(
      await kompass(['ask', `${use}/einsatz.yaml`, '--answers', `${use}/angebot/antworten.yaml`], { cwd }),
    ).toMatchObject({ code: 0, err: '' });
  return cwd;
}

function edit(cwd: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(cwd, file), text.replace(from, to));
}

/** Changes the paragraphs of a Word file. */
function editWord(cwd: string, file: string, change: (paragraphs: readonly string[]) => readonly string[]): void {
  const parts = unzipSync(readFileSync(join(cwd, file)));
  const paragraphs = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split(/(?=<w:p>)/);
  const document = strToU8(change(paragraphs).join(''));
  writeFileSync(join(cwd, file), zipSync({ ...parts, 'word/document.xml': document }));
}

/** Where the heading of a clause stands, and where the next one begins. */
function clauseIn(paragraphs: readonly string[], id: string): readonly [number, number] {
  const at = paragraphs.findIndex((one) => one.replaceAll(/<[^>]+>/g, '').startsWith(`${id} `));
  expect(at).toBeGreaterThan(0);
  const length = paragraphs.slice(at + 1).findIndex((one) => one.includes('w:val="Heading'));
  return [at, at + 1 + length];
}

const without =
  (id: string) =>
  (paragraphs: readonly string[]): readonly string[] => {
    const [at, next] = clauseIn(paragraphs, id);
    return [...paragraphs.slice(0, at), ...paragraphs.slice(next)];
  };

const Seen = z.looseObject({
  rule: z.string(),
  code: z.unknown(),
  state: z.string(),
  position: z.looseObject({ file: z.string(), line: z.int() }).nullable(),
});
const Told = z.looseObject({ kind: z.string(), rule: z.unknown(), position: Seen.shape.position });

const place = ({ position }: Pick<z.infer<typeof Told>, 'position'>): string => `${position?.file}:${position?.line}`;

/** What a run says, one line each: use, rule, state and where. A met finding may move in its document. */
async function said(cwd: string, argv: readonly string[]) {
  const { code, report } = await checkJson(argv, { cwd });
  expect(report.problems).toEqual([]);
  const lines = report.assessments.flatMap(({ useCase: { id }, findings, notices }) => [
    ...findings
      .map((finding) => Seen.parse(finding))
      .map((one) => {
        const isQuiet = one.state === 'met' || one.state === 'not-applicable';
        const at = isQuiet ? '' : ` ${place(one)}`;
        return `${id} ${one.rule} ${String(one.code)} ${one.state}${at}`;
      }),
    ...notices.map((notice) => Told.parse(notice)).map((one) => `${id} ${String(one.rule)} ${one.kind} ${place(one)}`),
  ]);
  const verdicts = report.assessments.map(({ verdict }) => verdict);
  return { code, verdicts, lines };
}

let untouched: ReturnType<typeof said> | null = null;

/** The exit code after one change, and every line that was not there before it. */
async function after(change: (cwd: string) => void, cwd: string, argv = tender) {
  const before = await (argv === tender ? (untouched ??= said(cwd, argv)) : said(cwd, argv));
  expect(before.code).toBe(0);
  change(cwd);
  const { code, verdicts, lines } = await said(cwd, argv);
  const failing = uses.filter((_use, index) => verdicts[index] !== 'ready');
  return { code, failing, news: lines.filter((line) => !before.lines.includes(line)) };
}

/** The line of a file in which this stands. */
const lineOf = (cwd: string, file: string, text: string): string => {
  const line = readFileSync(join(cwd, file), 'utf8')
    .split('\n')
    .findIndex((one) => one.includes(text));
  expect(line).toBeGreaterThanOrEqual(0);
  return `${file}:${line + 1}`;
};

const statesOf = (lines: readonly string[], rule: string): readonly string[] =>
  lines.filter((line) => line.includes(` ${rule} `)).flatMap((line) => line.split(' ')[3] ?? []);

describe('the folder of a procurement office', () => {
  test('passes for the tender while no supplier is known: what the papers demand counts as demanded', async () => {
    const { code, verdicts, lines } = await said(office(), tender);
    expect({ code, verdicts }).toEqual({ code: 0, verdicts: uses.map(() => 'ready') });
    // Neither paper has arrived; both clauses stand in the papers.
    for (const rule of ['ai-act.proof-instructions', 'ai-act.proof-declaration'])
      expect(statesOf(lines, rule)).toContain('upcoming');
    expect(statesOf(lines, 'municipal.participation-high-risk')).toContain('waived');
  });

  test('fails for the award until the answers are in, and passes when they are', async () => {
    const open = await said(office(), award);
    expect({ code: open.code, verdicts: open.verdicts }).toEqual({ code: 1, verdicts: uses.map(() => 'clarify') });
    const closed = await said(await answered(), award);
    expect({ code: closed.code, verdicts: closed.verdicts }).toEqual({ code: 0, verdicts: uses.map(() => 'ready') });
  });

  test('reads the same papers as Word, PDF and ODT, each as a whole', async () => {
    const { report } = await checkJson(tender, { cwd: office() });
    const documents = report.assessments.flatMap(
      ({ tender: read }) =>
        z
          .looseObject({
            documents: z.array(z.looseObject({ file: z.string(), read: z.string() })),
          })
          .parse(read).documents,
    );
    expect(new Set(documents.map(({ read }) => read))).toEqual(new Set(['whole']));
    expect(new Set(documents.map(({ file }) => file.split('.').at(-1)))).toEqual(new Set(['docx', 'pdf', 'odt']));
  });
});

describe('one change makes it fail, and for nothing else', () => {
  test('a clause is gone from the Word file', async () => {
    const cwd = office();
    const papers = `${chatbot}/vergabe/vertrag.docx`;
    const { code, failing, news } = await after(() => editWord(cwd, papers, without('K-EXIT')), cwd);
    const named = lineOf(cwd, `${chatbot}/einsatz.yaml`, 'procurement:');
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [chatbot],
      news: [`chatbot procurement.exit clause unmet ${named}`],
    });
  });

  test('a word of a clause is another: at its document and paragraph', async () => {
    const cwd = office();
    const papers = `${chatbot}/vergabe/vertrag.docx`;
    let paragraph = 0;
    const { code, failing, news } = await after(
      () =>
        editWord(cwd, papers, (paragraphs) => {
          [paragraph] = clauseIn(paragraphs, 'K-EXIT');
          return paragraphs.with(paragraph + 1, (paragraphs[paragraph + 1] ?? '').replace(' der ', ' mancher '));
        }),
      cwd,
    );
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [chatbot],
      news: [`chatbot procurement.exit clause open ${papers}:${paragraph}`],
    });
  });

  test('a statement is no longer demanded: the law counts it as open as well', async () => {
    const cwd = office();
    const papers = `${applications}/vergabe/leistungsbeschreibung.docx`;
    const { code, failing, news } = await after(() => editWord(cwd, papers, without('K-AI-13-01')), cwd);
    const named = lineOf(cwd, `${applications}/einsatz.yaml`, 'procurement:');
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [applications],
      news: [`bewerbungen procurement.ai-13-01 clause upcoming ${named}`],
    });
    const { out } = await kompass(['explain', `${applications}/einsatz.yaml`, 'verdict', '--for', 'tender'], { cwd });
    expect(out).toContain('ai-act.proof-instructions');
    expect(out).not.toContain('ai-act.proof-declaration');
  });

  test('an evidence of the supplier has expired', async () => {
    const cwd = await answered();
    const file = `${applications}/einsatz.yaml`;
    const change = () => edit(cwd, file, 'c5-bericht.md, on: 2026-11-20', 'c5-bericht.md, on: 2025-10-01');
    const { code, failing, news } = await after(change, cwd, award);
    const at = lineOf(cwd, file, 'c5-bericht.md');
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [applications],
      news: [
        `bewerbungen municipal.cloud-attestation duty open ${at}`,
        `bewerbungen municipal.cloud-attestation evidence-expired ${at}`,
      ],
    });
  });

  test('an answer becomes unknown: it is open, and the opinion given on it is stale', async () => {
    const cwd = office();
    const file = `${applications}/einsatz.yaml`;
    const change = () => edit(cwd, file, 'score-unrelated-data: no', 'score-unrelated-data: unknown');
    const { code, failing, news } = await after(change, cwd);
    const opinion = lineOf(cwd, file, 'data-protection-officer:');
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [applications],
      news: [
        `bewerbungen ai-act.art-5-1-c prohibited open ${lineOf(cwd, file, 'score-unrelated-data')}`,
        `bewerbungen gdpr.art-38-data-protection-officer duty open ${opinion}`,
        `bewerbungen gdpr.art-38-data-protection-officer opinion-stale ${opinion}`,
      ],
    });
  });

  test('a waiver runs out', async () => {
    const cwd = office();
    const change = () => edit(cwd, '.kompass.yaml', 'expires: 2027-06-30', 'expires: 2026-11-20');
    const { code, failing, news } = await after(change, cwd);
    const rule = 'bewerbungen municipal.participation-high-risk';
    expect({ code, failing, news }).toEqual({
      code: 1,
      failing: [applications],
      news: [
        `${rule} duty unmet ${lineOf(cwd, `${applications}/einsatz.yaml`, 'groups-heard')}`,
        `${rule} waiver-expired ${lineOf(cwd, '.kompass.yaml', 'participation-high-risk')}`,
      ],
    });
  });
});

describe('all formats in one run', () => {
  const files = { sarif: 'out.sarif', junit: 'out.xml', markdown: 'out.md' };
  const formats = ['-f', 'terminal', ...Object.entries(files).flatMap(([format, file]) => ['-f', `${format}=${file}`])];

  test.each([
    ['tender', 0],
    ['award', 1],
  ])('give the same exit code for the %s: %i', async (stage, code) => {
    const cwd = office();
    const ran = await kompass(['check', '*/einsatz.yaml', '--for', stage, ...formats], { cwd });
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: '' });
    for (const text of [ran.out, ...Object.values(files).map((file) => readFileSync(join(cwd, file), 'utf8'))])
      expect(text).toContain('Vorauswahl von Bewerbungen');
  });
});
