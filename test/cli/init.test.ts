import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Choice, Interrupted, type Prompter } from '../../src/interview/prompter.ts';
import { bareUseCase, checkJson, kompass, temporaryFolder } from '../support/world.ts';

interface Shown {
  readonly message: string;
  readonly choices: readonly Choice[];
  /** Where the prompt starts. */
  readonly start: string | readonly string[] | undefined;
}

/** Somebody who answers what begins with a key by its value, takes what is proposed for `…`, and else stops, or knows nothing. */
function person(
  answers: Readonly<Record<string, string | readonly string[]>>,
  otherwise: 'stops' | 'knows nothing' = 'stops',
): Prompter & { readonly shown: Shown[] } {
  const shown: Shown[] = [];
  const answerTo = (message: string): string | readonly string[] => {
    const found = Object.entries(answers).find(([begin]) => message.startsWith(begin));
    if (found !== undefined) return found[1];
    if (otherwise === 'stops') throw new Interrupted();
    return [];
  };
  return {
    shown,
    select: async (message, choices, start) => {
      shown.push({ message, choices, start });
      const answer = answerTo(message);
      if (answer === '…') return start ?? choices[0]?.value ?? '';
      return answer.length === 0 ? '.unknown' : String(answer);
    },
    tick: async (message, choices, ticked) => {
      shown.push({ message, choices, start: ticked });
      const answer = answerTo(message);
      return answer === '…' ? ticked : [answer].flat();
    },
    type: async (message, check) => {
      const answer = String(answerTo(message));
      const wrong = check(answer);
      if (wrong !== null) throw new Error(`“${message}”: ${wrong}`);
      return answer;
    },
  };
}

const head = {
  'What is the project called?': '',
  Id: '',
  'What is the system to be used for?': 'Answers questions.',
  'Which unit': 'Office',
  'What is your role': 'Head',
} as const;

const practices = 'Does the system do any of this, even in part';
const outputs = 'What does the system put out?';
const infers = 'Was the system trained with data';

describe('kompass init --from, at a terminal', () => {
  test('proposes the title, asks all the same, and writes only what was confirmed', async () => {
    const file = join(temporaryFolder(), 'a.yaml');
    const { code, out } = await kompass(['init', file, '--from', 'chatbot', '--lang', 'en'], {
      prompter: person(head),
    });
    expect(code).toBe(130);
    expect(out).toContain('Question 1');
    expect(readFileSync(file, 'utf8').split('\n').slice(2)).toEqual([
      'kompass: 1',
      'catalogue: 2026-11',
      'template: chatbot',
      'id: chatbot-on-the-website',
      'title: Chatbot on the website',
      'purpose: Answers questions.',
      'owner: { unit: Office, role: Head }',
      '',
    ]);
  });

  test('ticks what is usual, shows all options, and asks for the whole list', async () => {
    const file = join(temporaryFolder(), 'a.yaml');
    const somebody = person({ ...head, [practices]: '…', 'Chosen:': '…' });
    await kompass(['init', file, '--from', 'image-generation', '--lang', 'en'], { prompter: somebody });
    const ticks = somebody.shown.find(({ message }) => message.startsWith(practices));
    expect(ticks?.start).toEqual(['intimate-images', 'child-abuse-material']);
    expect(ticks?.choices).toHaveLength(10);
    const sure = somebody.shown.find(({ message }) => message.startsWith('Chosen:'));
    expect(sure?.message).toMatch(/look that young included\. Is that right\?$/);
    expect(sure?.choices[0]?.name).toBe('Yes, that is right, I have read all 10');
    expect(readFileSync(file, 'utf8')).toContain('practices: [intimate-images, child-abuse-material]\n');
  });

  test('an unknown name ends before anything is asked', async () => {
    const file = join(temporaryFolder(), 'a.yaml');
    const { code, err } = await kompass(['init', file, '--from', 'phonebot', '--lang', 'en'], { prompter: person({}) });
    expect({ code, there: existsSync(file) }).toEqual({ code: 2, there: false });
    expect(err).toContain('Did you mean “phone-bot”?');
  });
});

describe('kompass init at a terminal', () => {
  test('asks first what kind of case it is, and proposes a file', async () => {
    const folder = temporaryFolder();
    const somebody = person({ 'What kind of project': 'phone-bot', ...head, 'Into which file': '' });
    await kompass(['init', '--lang', 'en'], { cwd: folder, prompter: somebody });
    expect(somebody.shown[0]?.choices.at(-1)).toEqual({ value: '.none', name: 'None of these' });
    expect(readFileSync(join(folder, 'telephone-bot.yaml'), 'utf8')).toContain(
      '\ntemplate: phone-bot\nid: telephone-bot\n',
    );
  });

  test('proposes no file that is there: says so, and asks for another', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'telephone-bot.yaml'), bareUseCase('mine'));
    const somebody = person({ 'What kind of project': 'phone-bot', ...head, 'Into which file': '' });
    const asked = kompass(['init', '--lang', 'en'], { cwd: folder, prompter: somebody });
    expect((await asked).err).toContain('exists already');
    expect(readFileSync(join(folder, 'telephone-bot.yaml'), 'utf8')).toBe(bareUseCase('mine'));
  });

  test.each([
    ['en', 'Nothing was saved.'],
    ['de', 'Es wurde nichts gespeichert.'],
  ])('interrupted before there is a file, says that nothing was saved (%s)', async (lang, nothing) => {
    const folder = temporaryFolder();
    for (const args of [['init'], ['init', 'a.yaml']]) {
      const { code, out } = await kompass([...args, '--lang', lang], { cwd: folder, prompter: person({}) });
      expect(code).toBe(130);
      expect(out).toContain(nothing);
      expect(out).not.toMatch(/Saved|Gespeichert in/);
    }
  });
});

/** A file with all screening answered but what the system is and puts out, so that these are asked first. */
const almost = (template: string): string =>
  `${bareUseCase('a').replace('kompass: 1', `kompass: 1\ncatalogue: 2026-11\ntemplate: ${template}`)}organisation: { relation: [bought] }
screening:
  practices: []
  areas: []
  products: []
  outside: []
  confirmed: { by: Head, on: 2026-11-20 }
`;

const fresh = (text: string): string => {
  const file = join(temporaryFolder(), 'a.yaml');
  writeFileSync(file, text);
  return file;
};

describe('kompass ask on a file from a template', () => {
  test('starts on what is usual, and says so', async () => {
    const file = fresh(almost('chatbot'));
    const somebody = person({ [outputs]: '…', [infers]: '…', 'Chosen:': '…' }, 'knows nothing');
    await kompass(['ask', file, '--lang', 'en'], { prompter: somebody });
    expect(somebody.shown.find(({ message }) => message.startsWith(infers))?.start).toBe('yes');
    expect(somebody.shown.find(({ message }) => message.startsWith(infers))?.message).toContain(
      '\nUsual for “Chatbot on the website”: Yes',
    );
    expect(somebody.shown.find(({ message }) => message.startsWith(outputs))?.message).toContain(
      '\nUsual for “Chatbot on the website”: the 2 that are chosen already.',
    );
    expect(readFileSync(file, 'utf8')).toContain('outputs: [talks-with-people, text]\n');
    expect(readFileSync(file, 'utf8')).toContain('infers: yes\n');
  });

  test('what stands in the file goes before what is usual', async () => {
    const file = fresh(almost('chatbot').replace('  areas: []', '  areas: []\n  outputs: [image?]'));
    const somebody = person({ [outputs]: '…' }, 'knows nothing');
    await kompass(['ask', file, '--lang', 'en'], { prompter: somebody });
    expect(somebody.shown.find(({ message }) => message.startsWith(outputs))?.start).toEqual(['image']);
  });

  test.each(['de', 'en'])('takes away the proposal that is answered, and no other comment (%s)', async (lang) => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.yaml');
    await kompass(['init', file, '--from', 'chatbot', '--lang', lang]);
    const begun = readFileSync(file, 'utf8').replace('screening:\n', 'screening:\n  # mine\n');
    const screened =
      'practices: []\n  areas: []\n  products: []\n  outside: []\n  confirmed: { by: Head, on: 2026-11-20 }\n';
    writeFileSync(file, begun.replace('  # mine\n', `  # mine\n  ${screened}`));
    await kompass(['ask', file, '--lang', 'en'], {
      prompter: person({ [outputs]: '…', [infers]: '…', 'Chosen:': '…' }, 'knows nothing'),
    });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('infers: yes\n');
    expect(text).toContain('  outputs: [talks-with-people, text]\n');
    expect(text).toContain('# mine\n');
    expect(text).not.toMatch(/# (?:infers|outputs):/);
    expect(text).toMatch(/# general-purpose-model: yes # (?:meist|usually)/);
  });

  test('without a template, nothing is proposed', async () => {
    const file = fresh(almost('chatbot').replace('template: chatbot\n', ''));
    const somebody = person({ [outputs]: '.stop' });
    await kompass(['ask', file, '--lang', 'en'], { prompter: somebody });
    expect(somebody.shown[0]?.message).not.toContain('Usual for');
    expect(somebody.shown[0]?.start ?? []).toEqual([]);
  });

  test('an unknown template is told by ask, and means nothing to check', async () => {
    const file = fresh(almost('chatbott'));
    const { code, err } = await kompass(['ask', file, '--lang', 'en'], { prompter: person({}) });
    expect(code).toBe(2);
    expect(err).toContain('a.yaml:3:11 There is no template “chatbott”. Did you mean “chatbot”?');
    expect(readFileSync(file, 'utf8')).toBe(almost('chatbott'));
    const { report } = await checkJson([file]);
    expect(report.problems).toEqual([]);
  });
});
