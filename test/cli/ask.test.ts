import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { type Choice, Interrupted, type Prompter } from '../../src/interview/prompter.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Evidence, Given, UseCase } from '../../src/model/use-case.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { fixtures } from '../support/fixtures.ts';
import { loadRules, valueOf } from '../support/rules.ts';
import { bareUseCase, kompass, temporaryFolder } from '../support/world.ts';

const { compiled } = loadRules('rules');
const uses = fixtures(compiled);
const catalogue = prepareCatalogue(compiled.book);
const factsById = new Map(compiled.book.facts.map((fact) => [String(fact.id), fact]));
const factsByQuestion = new Map(compiled.book.facts.map((fact) => [fact.question.en, fact]));

/** Somebody who gives scripted answers: to each prompt the next one. */
function scripted(...answers: readonly (string | readonly string[])[]): Prompter & { readonly left: () => number } {
  const queue = [...answers];
  const next = (): string | readonly string[] => {
    const answer = queue.shift();
    if (answer === undefined) throw new Interrupted();
    return answer;
  };
  return {
    left: () => queue.length,
    select: async (message, choices) => {
      const answer = String(next());
      if (!choices.some(({ value }) => value === answer)) throw new Error(`“${message}” has no ${answer}`);
      return answer;
    },
    tick: async () => [next()].flat(),
    type: async (message, check) => {
      const answer = String(next());
      const wrong = check(answer);
      if (wrong !== null) throw new Error(`“${message}”: ${wrong}`);
      return answer;
    },
  };
}

const evidenceOf = (given: Given | undefined): Evidence | undefined =>
  given !== undefined && 'evidence' in given ? given.evidence[0] : undefined;
const orUnknown = (choices: readonly Choice[], value: string): string =>
  choices.some((choice) => choice.value === value) ? value : '.unknown';

/** Somebody who knows all that stands in a file, and nothing else. */
function truthful({ answers }: UseCase, asked: string[]): Prompter {
  let about: { readonly fact: Fact; readonly given: Given | undefined } | null = null;
  const begin = (message: string): void => {
    const fact = factsByQuestion.get((message.split('\n')[0] ?? '').replace(/ \(\d+ options\)$/, ''));
    if (fact === undefined) return;
    if (about?.fact.id !== fact.id) asked.push(fact.id);
    about = { fact, given: answers.get(fact.id) };
  };
  return {
    select: async (message, choices) => {
      begin(message);
      const given = about?.given;
      if (choices.some(({ value }) => value === '.none'))
        return given?.type === 'set' && given.value !== null ? '.none' : '.unknown';
      if (choices.some(({ value }) => value === '.sure'))
        return given?.type === 'set' && given.value?.some(({ sure }) => !sure) === true ? '.unsure' : '.sure';
      switch (given?.type) {
        case 'yes-no':
          return given.value === null ? '.unknown' : given.value ? 'yes' : 'no';
        case 'choice':
          return orUnknown(choices, given.value ?? '.unknown');
        case 'measure':
          if (given.done === false) return 'no';
          if (given.done === true) return evidenceOf(given) === undefined ? 'unproven' : 'done';
          return given.planned === null ? '.unknown' : 'planned';
        case 'judgement':
          if (choices.some(({ value }) => value === given.role)) return String(given.role);
          // What is claimed without a record nobody can enter.
          if (given.claimed !== true) return given.claimed === false ? 'no' : '.unknown';
          return given.role === null ? '.unknown' : 'yes';
        case 'opinion':
          if (choices.some(({ value }) => value === given.by)) return String(given.by);
          return given.result ?? '.unknown';
        default:
          return '.unknown';
      }
    },
    tick: async (message, choices) => {
      const isDoubt = message === 'Which are you not sure about?';
      if (!isDoubt) begin(message);
      const given = about?.given;
      const members = given?.type === 'set' ? (given.value ?? []) : [];
      const own = members.filter(({ sure }) => !isDoubt || !sure).map(({ option }) => String(option));
      return own.filter((id) => choices.some(({ value }) => value === id));
    },
    type: async (message) => {
      begin(message);
      const given = about?.given;
      const evidence = evidenceOf(given);
      if (message.startsWith('File of the evidence'))
        return evidence?.source.kind === 'file' ? evidence.source.path : (evidence?.source.url ?? '');
      if (message.startsWith('Date of the evidence')) return String(evidence?.on);
      if (message.startsWith('Which unit')) return String(evidence?.by);
      if (message.startsWith('The reasons')) return String(Object(given).reason);
      if (message.startsWith('Planned for')) return String(Object(given).planned.on);
      if (message.startsWith('Who does it')) return String(Object(given).planned.by);
      if (message.startsWith('On record since') || message.startsWith('When (')) return String(Object(given).on);
      if (message.startsWith('A condition')) return '';
      if (message.startsWith('Who confirms')) return 'Project lead';
      return given?.type === 'date' || given?.type === 'text' ? (given.value ?? '') : '';
    },
  };
}

const states = ({ findings }: Assessment): readonly string[] =>
  findings.map(({ rule, code, state }) => `${rule} ${code} ${state}`);

describe('kompass ask, answered with the truth of a fixture', () => {
  test.each(uses.map((use) => [use.useCase.id, use] as const))(
    '%s: makes a file with the same tier, verdict and findings',
    async (_, use) => {
      const folder = temporaryFolder();
      cpSync(dirname(use.file), folder, {
        recursive: true,
        filter: (path) => !/\.(?:yaml|json)$/.test(path) || path.endsWith('kompass-profile.yaml'),
      });
      const file = join(folder, 'new.yaml');
      writeFileSync(file, bareUseCase('new').replace('kompass: 1', 'kompass: 1\ncatalogue: 2026-11'));
      const alone = { file: use.file, text: readFileSync(use.file, 'utf8') };
      const own = valueOf(readUseCase(alone, catalogue, { profile: null, fileExists: () => true }));
      const asked: string[] = [];
      const { code, err } = await kompass(['ask', file, '--lang', 'en', '--as-of', use.asOf], {
        prompter: truthful(own, asked),
      });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const { report } = await checkOf(file, use.asOf);
      const wanted = assess(use.useCase, compiled, use.asOf);
      expect(report.tier).toEqual([wanted.tier.lowest, wanted.tier.highest]);
      expect(report.states).toEqual(states(wanted));
      expect(report.verdict).toBe(wanted.verdict);
      expect(new Set(asked).size).toBe(asked.length);
      // With a profile a simple case takes few answers of the project lead; the rest is for others.
      const isSimple = ['spamfilter', 'pressetexte', 'sperrmuell-bilderkennung'].includes(use.useCase.id);
      const forLead = asked.filter((id) => factsById.get(id)?.answeredBy[0] === 'project-lead');
      expect(forLead.length).toBeLessThanOrEqual(isSimple ? 25 : Number.POSITIVE_INFINITY);
    },
  );
});

/** What the file says now, read as `check` reads it. */
async function checkOf(file: string, asOf: string) {
  const { out } = await kompass(['check', file, '--format', 'json', '--as-of', asOf]);
  const [assessment] = JSON.parse(out).assessments;
  const found: readonly { rule: string; code: string; state: string }[] = assessment.findings;
  return {
    report: {
      tier: [assessment.tier.lowest, assessment.tier.highest],
      verdict: assessment.verdict,
      states: found.map(({ rule, code, state }) => `${rule} ${code} ${state}`),
    },
  };
}

describe('kompass init', () => {
  // No template fits.
  const head = [
    '.none',
    'Chatbot für Bürger',
    '',
    'Answers general questions.',
    "Citizens' office",
    'Head of office',
  ] as const;

  test('writes a file like one written by hand, and saves after each answer', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'chatbot.yaml');
    const { code, out } = await kompass(['init', file, '--lang', 'en'], {
      prompter: scripted(...head, [], '.none', ['work', 'police'], '.unsure', ['police']),
    });
    expect(code).toBe(130);
    expect(out).toContain('Question 3');
    expect(out).toMatch(/To go on: kompass ask .*chatbot\.yaml/);
    expect(readFileSync(file, 'utf8')).toBe(
      [
        '# yaml-language-server: $schema=use-case.schema.json',
        `# A planned use of AI. What does not stand here is unknown. To check it: kompass check ${file}`,
        'kompass: 1',
        'catalogue: 2026-11',
        'id: chatbot-fuer-buerger',
        'title: Chatbot für Bürger',
        'purpose: Answers general questions.',
        'owner: { unit: "Citizens\' office", role: Head of office }',
        'screening:',
        '  practices: []',
        '  confirmed: { by: Head of office, on: 2026-11-24 }',
        '  areas: [work, police?]',
        '',
      ].join('\n'),
    );
  });

  test('leaves a file alone that is there', async () => {
    const file = join(temporaryFolder(), 'mine.yaml');
    writeFileSync(file, bareUseCase('mine'));
    const { code, err } = await kompass(['init', file, '--lang', 'en'], { prompter: scripted() });
    expect(code).toBe(2);
    expect(err).toContain('exists already');
    expect(readFileSync(file, 'utf8')).toBe(bareUseCase('mine'));
  });

  test('interrupted before there is a file, leaves none', async () => {
    const file = join(temporaryFolder(), 'none.yaml');
    const { code } = await kompass(['init', file, '--lang', 'en'], { prompter: scripted('.none', 'A title') });
    expect(code).toBe(130);
    expect(existsSync(file)).toBe(false);
  });
});

const fresh = (text = bareUseCase('a')): string => {
  const file = join(temporaryFolder(), 'a.yaml');
  writeFileSync(file, text);
  return file;
};

/** Somebody who knows the answers to questions that begin so, stops after the last of them, and knows nothing else. */
function answering(known: Readonly<Record<string, readonly string[]>>): Prompter {
  const left = new Set(Object.keys(known));
  const begins = (message: string) => Object.keys(known).find((start) => message.startsWith(start));
  let isKnown = false;
  return {
    tick: async (message) => {
      const start = begins(message);
      isKnown = start !== undefined;
      if (start !== undefined) left.delete(start);
      return start === undefined ? [] : (known[start] ?? []);
    },
    select: async (_message, choices) => {
      if (isKnown && choices.some(({ value }) => value === '.sure')) {
        isKnown = false;
        return '.sure';
      }
      const isDone = Object.keys(known).length > 0 && left.size === 0;
      return isDone ? '.stop' : orUnknown(choices, '.unknown');
    },
    type: async () => '',
  };
}
const practices = { 'Does the system do any of this': ['scores-people'] } as const;

const last = (out: string): string | undefined => out.match(/· \d+ questions open at present.*$/gm)?.at(-1);

describe('kompass ask', () => {
  test('goes back: the answer stays in the file until there is another, and the question starts with it', async () => {
    const file = fresh();
    const ticks: (readonly string[])[] = [];
    const texts: string[] = [];
    const script = scripted(['scores-people'], '.sure', [], '.back', [], '.unknown', [], '.stop');
    const prompter: Prompter = {
      ...script,
      tick: async (message, choices, ticked) => {
        ticks.push(ticked);
        texts.push(readFileSync(file, 'utf8'));
        return script.tick(message, choices, ticked);
      },
    };
    const { out } = await kompass(['ask', file, '--lang', 'en'], { prompter });
    expect(ticks[2]).toEqual(['scores-people']);
    expect(texts[2]).toContain('practices: [scores-people]');
    expect(readFileSync(file, 'utf8')).toBe(`${bareUseCase('a')}screening:\n  practices: unknown\n`);
    expect(out.match(/Question 1 /g)).toHaveLength(2);
  });

  test('who goes back and denies what later answers rest on finds these open again', async () => {
    const file = fresh();
    let way: 'forth' | 'back' | 'there' = 'forth';
    const prompter: Prompter = {
      tick: async (message) => {
        if (message.startsWith('Does the system do any of this')) return way === 'forth' ? ['scores-people'] : [];
        return ['persons'];
      },
      select: async (_message, choices) => {
        const has = (id: string): boolean => choices.some(({ value }) => value === id);
        if (way === 'forth' && has('.sure')) return '.sure';
        if (way === 'there') return '.stop';
        way = way === 'back' && has('.none') ? 'there' : 'back';
        return way === 'there' ? '.none' : '.back';
      },
      type: async () => 'Project lead',
    };
    const { out } = await kompass(['ask', file, '--lang', 'en'], { prompter });
    expect(out).toContain('Later answers do not agree with this one.');
    expect(readFileSync(file, 'utf8')).toContain('practices: []');
    expect(readFileSync(file, 'utf8')).not.toContain('scores-whom');
  });

  test('who goes back and is interrupted keeps the earlier answer', async () => {
    const file = fresh();
    const { code } = await kompass(['ask', file, '--lang', 'en'], {
      prompter: scripted(['scores-people'], '.sure', [], '.back'),
    });
    expect(code).toBe(130);
    expect(readFileSync(file, 'utf8')).toContain('practices: [scores-people]');
  });

  test('writes that something is not known, and asks it once', async () => {
    const file = fresh();
    await kompass(['ask', file, '--lang', 'en'], { prompter: scripted([], '.unknown', [], '.stop') });
    expect(readFileSync(file, 'utf8')).toContain('practices: unknown');
  });

  test('keeps comments and order, and ends with the report', async () => {
    const text = `# mine\n${bareUseCase('a')}lifecycle: { stage: tender } # now\nscreening:\n  practices: unknown # later\n`;
    const file = fresh(text);
    const { code, out } = await kompass(['ask', file, '--lang', 'en'], { prompter: answering(practices) });
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^# mine\n/);
    expect(readFileSync(file, 'utf8')).toMatch(/\nlifecycle: \{ stage: tender.*\} # now\nscreening:\n/);
    expect(readFileSync(file, 'utf8')).toContain('\n  practices: [scores-people] # later\n');
    expect(out).toContain('RESULT');
  });

  test('without a terminal says what to do instead', async () => {
    const file = fresh();
    const { code, out, err } = await kompass(['ask', file, '--lang', 'de']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('kompass check');
    expect(readFileSync(file, 'utf8')).toBe(bareUseCase('a'));
  });

  test('refuses a file that cannot be read, and leaves it as it is', async () => {
    const file = fresh('kompass: 1\nid: a\ntitle: A\nscreening: { aeras: [] }\n');
    const { code, err } = await kompass(['ask', file, '--lang', 'en'], { prompter: scripted() });
    expect(code).toBe(2);
    expect(err).toContain('areas');
  });

  const catalogue11 = bareUseCase('a').replace('kompass: 1', 'kompass: 1\ncatalogue: 2026-11');

  test('what somebody did not know stands in the way of no later answer, and is asked once in a session', async () => {
    const file = fresh(catalogue11);
    const first = await kompass(['ask', file, '--lang', 'en'], { prompter: answering({}) });
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/No more can be asked here now\. Still open: \d+ answers/);
    const second = await kompass(['ask', file, '--lang', 'en'], { prompter: answering(practices) });
    expect(second.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('practices: [scores-people]');
  });

  test('a new session asks last what was not known, and counts it as before', async () => {
    const file = fresh(catalogue11);
    const first = await kompass(['ask', file, '--lang', 'en'], {
      prompter: scripted([], '.unknown', [], '.stop'),
    });
    const again: string[] = [];
    const second = await kompass(['ask', file, '--lang', 'en'], {
      prompter: {
        ...scripted(),
        tick: async (message) => {
          again.push(message);
          throw new Interrupted();
        },
      },
    });
    expect(last(first.out)).toMatch(/“I do not know” once$/);
    expect(last(second.out)).toBe(last(first.out));
    expect(again[0]).not.toContain('Does the system do any of this');
  });

  test('says when it comes to what was not known before', async () => {
    const file = fresh(`${catalogue11}screening:\n  practices: unknown\n`);
    const { out } = await kompass(['ask', file, '--lang', 'en'], { prompter: answering({}) });
    expect(out.match(/Next come the questions that “I do not know” was said to/g)).toHaveLength(1);
  });

  test('leaves what is recorded alone when somebody does not know more, and notes with a new answer', async () => {
    const text = `${catalogue11}screening:\n  practices: { value: unknown, note: HR has to say }\n`;
    const file = fresh(text);
    await kompass(['ask', file, '--lang', 'en'], { prompter: answering({}) });
    expect(readFileSync(file, 'utf8')).toContain('practices: { value: unknown, note: HR has to say }');
    await kompass(['ask', file, '--lang', 'en'], { prompter: answering(practices) });
    expect(readFileSync(file, 'utf8')).toContain('practices: { value: [scores-people], note: "HR has to say" }');
  });

  test('ticks what was chosen before', async () => {
    const file = fresh(`${catalogue11}organisation: { relation: [bought, built?] }\n`);
    const shown: (readonly string[])[] = [];
    const prompter: Prompter = {
      ...scripted('.stop'),
      tick: async (_message, _choices, ticked) => {
        shown.push(ticked);
        return ticked;
      },
      select: async (_message, choices) => (choices.some(({ value }) => value === '.unknown') ? '.unknown' : '.stop'),
      type: async () => '',
    };
    await kompass(['ask', file, '--lang', 'en'], { prompter });
    expect(shown).toContainEqual(['bought', 'built']);
  });

  test('a list is confirmed today, whatever day is looked at, by whoever is responsible', async () => {
    const text = catalogue11.replace('title:', 'owner: { role: \'Head of "KI", office 1\' } # not yet\ntitle:');
    const file = fresh(text);
    await kompass(['ask', file, '--lang', 'en', '--as-of', '2030-01-01'], {
      prompter: scripted([], '.none', [], '.stop'),
    });
    expect(readFileSync(file, 'utf8')).toContain('confirmed: { by: "Head of \\"KI\\", office 1", on: 2026-11-24 }');
  });

  test('says what to enter where it cannot write, and leaves the file as it is', async () => {
    const text = '{"kompass": 1, "catalogue": "2026-11", "id": "a", "title": "A"}\n';
    const file = fresh(text);
    const { code, out } = await kompass(['ask', file, '--lang', 'en'], {
      prompter: scripted(['scores-people'], '.sure', [], '.stop'),
    });
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('enter it yourself: screening.practices: [scores-people]');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('does not overwrite what somebody else wrote meanwhile', async () => {
    const file = fresh(catalogue11);
    const script = scripted(['scores-people'], '.sure');
    const prompter: Prompter = {
      ...script,
      tick: async (...args) => {
        writeFileSync(file, `${catalogue11}# mine\n`);
        return script.tick(...args);
      },
    };
    const { code, out } = await kompass(['ask', file, '--lang', 'en'], { prompter });
    expect(code).toBe(2);
    expect(out).toContain('has been changed meanwhile');
    expect(readFileSync(file, 'utf8')).toBe(`${catalogue11}# mine\n`);
  });

  test('a file name cannot steer the terminal', async () => {
    const file = join(temporaryFolder(), 'x\u001B]0;y\u0007.yaml');
    writeFileSync(file, catalogue11);
    const { out } = await kompass(['ask', file, '--lang', 'en'], { prompter: scripted() });
    expect(out).not.toContain('\u001B');
  });

  test('asks again where somebody is not sure and ticks nothing of it', async () => {
    const file = fresh(catalogue11);
    const head = [['scores-people'], '.unsure', []] as const;
    await kompass(['ask', file, '--lang', 'en'], { prompter: scripted(...head, '.again', ['scores-people']) });
    expect(readFileSync(file, 'utf8')).toContain('practices: [scores-people?]');
    const sure = fresh(catalogue11);
    await kompass(['ask', sure, '--lang', 'en'], { prompter: scripted(...head, '.sure') });
    expect(readFileSync(sure, 'utf8')).toContain('practices: [scores-people]');
  });
});

/** All screening denied: what stands at the end is what is asked next. */
const settledBut = (
  more: string,
): string => `${bareUseCase('a').replace('kompass: 1', 'kompass: 1\ncatalogue: 2026-11')}${more}
screening: { practices: [], areas: [], products: [], outside: [], confirmed: { by: Head, on: 2026-11-20 } }
`;

/** Somebody who answers by the beginning of the question, and else knows nothing; remembers what was shown. */
function watching(answers: Readonly<Record<string, string>>) {
  const shown: { readonly message: string; readonly choices: readonly Choice[]; readonly start?: string }[] = [];
  const answerTo = (message: string): string | undefined =>
    Object.entries(answers).find(([begin]) => message.startsWith(begin))?.[1];
  const refused: string[] = [];
  const prompter: Prompter = {
    select: async (message, choices, start) => {
      shown.push({ message, choices, ...(start === undefined ? {} : { start }) });
      return answerTo(message) ?? orUnknown(choices, '.unknown');
    },
    tick: async (message, choices) => {
      shown.push({ message, choices });
      return [];
    },
    type: async (message, check) => {
      shown.push({ message, choices: [] });
      const answer = answerTo(message) ?? '';
      const wrong = check(answer);
      if (wrong === null) return answer;
      refused.push(wrong);
      return '';
    },
  };
  return { shown, prompter, refused };
}

describe('what kompass ask says', () => {
  const words = {
    de: {
      open: 'Einstufung noch offen: von »ohne besondere Einstufung« bis »Transparenzpflichten« möglich',
      settled: 'Die Einstufung steht jetzt fest: ohne besondere Einstufung. Es folgt, was daraus zu tun ist.',
      afterwards: 'Einstufung: ohne besondere Einstufung',
    },
    en: {
      open: 'Tier still open: from “no special tier” to “transparency duties” possible',
      settled: 'The tier is settled now: no special tier. What has to be done about it comes next.',
      afterwards: 'Tier: no special tier',
    },
  } as const;

  test.each(['de', 'en'] as const)('a range while the tier is open, and once that it is settled (%s)', async (lang) => {
    const file = fresh(settledBut('').replace('{ practices', '{ outputs: [text], practices'));
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}system: { infers: yes }\noutputs: { content-work: [standard-editing] }\n`,
    );
    const published = factsById.get('outputs.text-published')?.question[lang] ?? '';
    const somebody = watching({ [published]: 'no' });
    const { out } = await kompass(['ask', file, '--lang', lang], { prompter: somebody.prompter });
    const told = out.replace(/\s+/g, ' ');
    expect(told).toContain(words[lang].open);
    expect(told.split(words[lang].settled)).toHaveLength(2);
    expect(told.indexOf(words[lang].afterwards)).toBeGreaterThan(told.indexOf(words[lang].settled));
  });

  test('the question, then what belongs to it, then who knows', async () => {
    const somebody = watching({});
    await kompass(['ask', fresh(settledBut('')), '--lang', 'en'], { prompter: somebody.prompter });
    const { message = '' } = somebody.shown.find(({ message: one }) => one.includes('\nBelongs to it:')) ?? {};
    const [question = '', ...help] = message.split('\n');
    expect(factsByQuestion.has(question.replace(/ \(\d+ options\)$/, ''))).toBe(true);
    expect(help.at(-1)).toMatch(/^Usually known by: /);
  });

  test('of a judgement first that nobody was asked, and that “no” means that nobody claims it', async () => {
    const somebody = watching({});
    await kompass(['ask', fresh(settledBut('')), '--lang', 'en'], { prompter: somebody.prompter });
    const judged = somebody.shown.find(({ choices }) => choices.some(({ name }) => name.includes('nobody claims')));
    expect(judged?.choices.map(({ value }) => value)).toEqual(['.unknown', 'yes', 'no', '.back', '.stop']);
    expect(judged?.choices[0]?.name).toBe('I do not know / nobody has been asked yet');
    expect(judged?.start).toBeUndefined();
  });

  test('stage and start come right after what decides the tier', async () => {
    const somebody = watching({});
    await kompass(
      [
        'ask',
        fresh(settledBut('system: { infers: yes }').replace('{ practices', '{ outputs: [prediction], practices')),
        '--lang',
        'en',
      ],
      {
        prompter: somebody.prompter,
      },
    );
    const asked = somebody.shown.flatMap(({ message }) => {
      const fact = factsByQuestion.get((message.split('\n')[0] ?? '').replace(/ \(\d+ options\)$/, ''));
      return fact === undefined ? [] : [String(fact.id)];
    });
    expect([...new Set(asked)].slice(0, 4)).toEqual(expect.arrayContaining(['lifecycle.stage', 'lifecycle.start']));
  });

  test.each([
    ['de', '1.5.2027', 'start: 2027-05-01'],
    ['en', '2027-05-01', 'start: 2027-05-01'],
  ])('writes a day as the file has it (%s %s)', async (lang, typed, written) => {
    const file = fresh(settledBut(''));
    const { question } = factsById.get('lifecycle.start') ?? {};
    const somebody = watching({ [question?.[lang === 'de' ? 'de' : 'en'] ?? '']: typed });
    await kompass(['ask', file, '--lang', lang], { prompter: somebody.prompter });
    expect(readFileSync(file, 'utf8')).toContain(written);
  });

  test.each([
    ['de', 'Mai 2027', 'nehmen Sie den frühesten möglichen, etwa 2027-05-01'],
    ['de', '05.2027', 'nehmen Sie den frühesten möglichen, etwa 2027-05-01'],
    ['en', 'May 2027', 'take the earliest possible, such as 2027-05-01'],
    ['en', '2027-02', 'take the earliest possible, such as 2027-02-01'],
    ['en', 'soon', 'Please enter a day'],
  ])('where a day is needed says which day a month begins with (%s %s)', async (lang, typed, advice) => {
    const { question } = factsById.get('lifecycle.start') ?? {};
    const somebody = watching({ [question?.[lang === 'de' ? 'de' : 'en'] ?? '']: typed });
    await kompass(['ask', fresh(settledBut('')), '--lang', lang], { prompter: somebody.prompter });
    expect(somebody.refused.join()).toContain(advice);
  });
});
