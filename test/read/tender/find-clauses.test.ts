import { describe, expect, test } from 'vitest';
import type { ClauseId } from '../../../src/model/ids.ts';
import type { DocumentKind, Wording } from '../../../src/model/tender.ts';
import { documentText } from '../../../src/read/tender/document-text.ts';
import { clauseFinder, readingsOf } from '../../../src/read/tender/find-clauses.ts';

const id = (text: string): ClauseId => text as ClauseId;

const weisung: Wording = {
  clause: id('K-GDPR-28-03'),
  title: { de: 'Weisungen', en: 'Instructions' },
  text: {
    de: 'Der Auftragnehmer verarbeitet Daten nur auf Weisung und antwortet binnen [30] Tagen an „[…]“.',
    en: 'The contractor processes data on instructions only and answers within [30] days to [...].',
  },
};
const hinweis: Wording = {
  clause: id('K-AI-50-01'),
  title: { de: 'Hinweis auf KI', en: 'Notice of AI' },
  text: {
    de: 'Das System sagt Personen, dass sie mit KI sprechen.',
    en: 'The system tells people that they talk to AI.',
  },
};

const grenze: Wording = {
  clause: id('K-LIMITS'),
  title: { de: 'Grenzen', en: 'Limits' },
  text: {
    de: 'Bei Zweifeln [sagt es, dass es das nicht weiß / gibt es ab], protokolliert wird [Frage, Abweichung].',
    en: 'In doubt it [says that it does not know / hands over], logged is [question, deviation].',
  },
};

/** What is found in documents, each written as Markdown. */
async function reading(
  documents: string | readonly (readonly [DocumentKind, string])[],
  listed: readonly string[] = [],
) {
  const wordings = [weisung, hinweis, grenze];
  const find = clauseFinder(wordings);
  const texts = typeof documents === 'string' ? [['contract', documents] as const] : documents;
  const findings = [];
  for (const [index, [kind, text]] of texts.entries()) {
    const found = find(`${index}.md`, kind, await documentText(`${index}.txt`, new TextEncoder().encode(text)));
    if (found !== null) findings.push(found);
  }
  const clauses = readingsOf(wordings, findings, (clause) => listed.includes(clause));
  return {
    weisung: clauses.get(weisung.clause),
    hinweis: clauses.get(hinweis.clause),
    grenze: clauses.get(grenze.clause),
    strange: findings.flatMap((one) => one.strange),
  };
}

const whole = 'Der Auftragnehmer verarbeitet Daten nur auf Weisung und antwortet binnen 14 Tagen an „den Datenschutz“.';

describe('a clause is found', () => {
  test.each([
    ['at once behind its id', `K-GDPR-28-03: ${whole}`],
    ['below its title', `K-GDPR-28-03 Weisungen\n${whole}`],
    ['below a heading of the authors', `3.2 (K-GDPR-28-03) Umgang mit Daten\n\n${whole}`],
    ['behind its title on the same line', `K-GDPR-28-03 Weisungen ${whole}`],
    [
      'with other quotation marks, dashes, blanks and line breaks',
      `K–GDPR–28–03\n${whole.replaceAll(/[„“]/g, '"').replace('verarbeitet ', 'verarbei-\ntet\u00A0 ')}`,
    ],
    ['with its id broken over lines, in small letters', `k-gdpr-28-\n03 ${whole}`],
    ['with its blanks left as they were proposed', `K-GDPR-28-03 ${whole.replace('14', '[30]')}`],
    [
      'in English',
      'K-GDPR-28-03\nThe contractor processes data on instructions only and answers within 5 days to the data protection officer.',
    ],
    ['before the next id', `K-GDPR-28-03 ${whole}\nK-AI-50-01 etwas`],
    ['before the heading of the next', `K-GDPR-28-03 ${whole}\nHinweis auf KI (K-AI-50-01)`],
  ])('%s', async (_case, text) => {
    expect((await reading(text)).weisung).toMatchObject({ state: 'found', blanks: 0 });
  });

  test('with the place of its id, in each document', async () => {
    const { hinweis: found } = await reading([
      ['contract', 'Vorwort\n\nKapitel\nK-AI-50-01: Das System sagt Personen, dass sie mit KI sprechen.'],
      ['specification', 'K-AI-50-01\nThe system tells people that they talk to AI.'],
    ]);
    expect(found?.places).toEqual([
      { file: '0.md', unit: 'line', number: 4 },
      { file: '1.md', unit: 'line', number: 1 },
    ]);
  });

  test('with the blanks counted that nobody has filled', async () => {
    const { weisung: found } = await reading(`K-GDPR-28-03 ${whole.replace('den Datenschutz', '[…]')}`);
    expect(found).toMatchObject({ state: 'found', blanks: 1 });
  });

  test.each([
    ['sagt es, dass es das nicht weiß', 'Frage, Abweichung'],
    ['gibt es ab', 'alles'],
    ['sagt es, dass es das nicht weiß / gibt es ab', 'Frage'],
  ])('with what the blank itself offers, also in negative words: %s', async (first, second) => {
    const text = `K-LIMITS Bei Zweifeln ${first}, protokolliert wird ${second}.`;
    expect((await reading(text)).grenze).toMatchObject({ state: 'found', blanks: 0 });
  });

  test('but not with other negative words in a blank', async () => {
    const text = 'K-LIMITS Bei Zweifeln gibt es nichts ab und nicht nach, protokolliert wird Frage, Abweichung.';
    expect((await reading(text)).grenze?.state).toBe('changed');
  });

  test('in an offer never: it only answers', async () => {
    expect((await reading([['offer', `K-GDPR-28-03 ${whole}`]])).weisung?.state).toBe('missing');
  });
});

describe('a clause is changed', () => {
  test.each([
    [
      'another word',
      whole.replace('nur auf', 'auf'),
      'nur auf Weisung und antwortet binnen',
      'auf Weisung und antwortet binnen 14',
    ],
    [
      'another number outside the blanks',
      whole.replace('Daten', '24 Daten'),
      'Daten nur auf Weisung und antwortet',
      '24 Daten nur auf Weisung und',
    ],
    [
      'more in a blank than it holds',
      whole.replace('14', `14, oder wenn es dem Auftragnehmer sonst besser passt und ${'sehr '.repeat(10)} vielen`),
      '[30] Tagen an „[...]“.',
      '14, oder wenn es dem Auftragnehmer',
    ],
    ['a sentence more', `${whole} Satz 1 gilt für Tests nur auf Wunsch.`, '', 'Satz 1 gilt für Tests nur'],
  ])('by %s: the first words that differ are told', async (_case, text, wanted, found) => {
    expect((await reading(`K-GDPR-28-03 ${text}`)).weisung).toMatchObject({
      state: 'changed',
      wanted,
      found,
      listed: false,
    });
  });

  test('where a heading takes it back', async () => {
    expect((await reading(`K-GDPR-28-03 gilt nicht\n${whole}`)).weisung?.state).toBe('changed');
    expect((await reading(`K-GDPR-28-03 Folgendes entfällt: ${whole}`)).weisung?.state).toBe('changed');
  });

  test('where another document has other words for it, and the use case may say that these will do', async () => {
    const documents = [
      ['contract', `K-GDPR-28-03 ${whole}`],
      ['other', `K-GDPR-28-03 ${whole.replace('nur', 'meist')}`],
    ] as const;
    expect((await reading(documents)).weisung).toMatchObject({ state: 'changed', listed: false });
    expect((await reading(documents, ['K-GDPR-28-03'])).weisung).toMatchObject({ state: 'changed', listed: true });
  });
});

describe('a clause is answered otherwise', () => {
  test.each([
    ['K-GDPR-28-03: abweichend'],
    ['K-GDPR-28-03 – DEVIATING, see annex'],
    ['K-GDPR-28-03\n\nabweichend'],
    [`K-GDPR-28-03 ${whole}\n\nAntwort des Bieters: abweichend`],
    [`K-GDPR-28-03 ${whole}\ndeviating`],
  ])('%s', async (text) => {
    expect((await reading(text)).weisung?.state).toBe('otherwise');
  });

  test('in an offer too, whatever the tender says', async () => {
    const { weisung: found } = await reading([
      ['contract', `K-GDPR-28-03 ${whole}`],
      ['offer', 'K-GDPR-28-03: abweichend'],
    ]);
    expect(found).toMatchObject({ state: 'otherwise', places: [{ file: '1.md', unit: 'line', number: 1 }] });
  });

  test('not where another clause is', async () => {
    expect((await reading(`K-GDPR-28-03 ${whole}\nK-AI-50-01: abweichend`)).weisung?.state).toBe('found');
  });
});

describe('a clause is only mentioned', () => {
  test.each([
    ['in a table of contents', 'K-AI-50-01 Hinweis auf KI ......... 7\nK-GDPR-28-03 Weisungen ......... 8'],
    ['in running text', 'Es gelten die Klauseln K-GDPR-28-03 und K-AI-50-01 aus der Anlage.'],
  ])('%s', async (_case, text) => {
    const { weisung: one, hinweis: other } = await reading(text);
    expect([one?.state, other?.state]).toEqual(['mentioned', 'mentioned']);
  });

  test('and found where it stands as well', async () => {
    expect((await reading(`K-GDPR-28-03 Weisungen ... 8\n\nK-GDPR-28-03 Weisungen\n${whole}`)).weisung).toMatchObject({
      state: 'found',
      places: [{ number: 3 }],
    });
  });
});

describe('ids that do not exist', () => {
  test.each([
    ['K-GDPR-28-3', 'K-GDPR-28-3', 'K-GDPR-28-03'],
    ['K-GDPR-28-031', 'K-GDPR-28-031', 'K-GDPR-28-03'],
    ['K_GDPR_28_03', 'K_GDPR_28_03', 'K-GDPR-28-03'],
    ['K-GPDR-28-03', 'K-GPDR-28-03', 'K-GDPR-28-03'],
    ['K-XYZW-99-01', 'K-XYZW-99-01', null],
  ])('%s', async (text, found, near) => {
    const { strange, weisung: one } = await reading(`Siehe ${text}: ${whole}`);
    expect(strange).toEqual([{ found, near, place: { file: '0.md', unit: 'line', number: 1 } }]);
    expect(one?.state).toBe('missing');
  });

  test('are not seen in words and numbers', async () => {
    expect((await reading('Die K-Gruppe, KI-Systeme, K 9, K-Means-10, CK-AI-50-01 und K-3')).strange).toEqual([]);
  });
});
