import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import type { UseCase } from '../../src/model/use-case.ts';
import { readProfile, type Profile } from '../../src/read/profile.ts';
import { prepareCatalogue, readUseCase } from '../../src/read/use-case.ts';
import { bikeBook } from '../support/book.ts';

const catalogue = prepareCatalogue(bikeBook());
const fileExists = (): boolean => true;

const readBike = (body: string) =>
  readProfile({ file: 'kompass-profile.yaml', text: `kompass: 1\nprofile: Stadt\n${body}` }, catalogue, { fileExists });

function profileOf(body: string): Profile {
  const result = readBike(body);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function join(profile: string, useCase: string) {
  const text = `kompass: 1\nid: rad\ntitle: Räder\n${useCase}`;
  return readUseCase({ file: 'rad.yaml', text }, catalogue, { profile: profileOf(profile), fileExists });
}

function joined(profile: string, useCase: string): UseCase {
  const result = join(profile, useCase);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const problems = (result: { ok: true } | { ok: false; problems: readonly Problem[] }): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code, at }) => `${at.file}:${at.line}:${at.column} ${code}`);

const answer = (useCase: UseCase, id: string): unknown => [...useCase.answers].find(([fact]) => fact === id)?.[1];

describe('a profile', () => {
  test('holds what is true for all uses, and its title', () => {
    const profile = profileOf('organisation: { workshop: yes, kind: town }\n');
    expect(profile).toMatchObject({ title: 'Stadt', catalogue: '2030-01', file: 'kompass-profile.yaml' });
    expect([...profile.answers.keys()]).toEqual(['organisation.workshop', 'organisation.kind']);
  });

  test('needs format and title', () => {
    expect(problems(readProfile({ file: 'p.yaml', text: 'catalogue: 2030-01\n' }, catalogue, { fileExists }))).toEqual([
      'p.yaml:1:1 missing-key',
      'p.yaml:1:1 missing-key',
    ]);
  });

  test('holds nothing that differs from use to use', () => {
    expect(problems(readBike('bike: { refuses: no }\n'))).toEqual(['kompass-profile.yaml:3:9 use-case-only']);
    expect(problems(readBike('id: rad\n'))).toEqual(['kompass-profile.yaml:3:1 unknown-key']);
    expect(problems(readBike('screening: { confirmed: { by: Amt, on: 2030-01-01 } }\n'))).toEqual([
      'kompass-profile.yaml:3:14 unknown-fact',
    ]);
  });
});

const proof = (file: string): string =>
  `measures: { training: { done: yes, evidence: { file: ${file}, on: 2030-01-01, by: Amt } } }\n`;

describe('profile and use case together', () => {
  test('what only one of them says counts, and the profile is named', () => {
    const useCase = joined('organisation: { workshop: yes }\n', 'organisation: { kind: town }\n');
    expect(useCase.profile).toBe('kompass-profile.yaml');
    expect(answer(useCase, 'organisation.workshop')).toMatchObject({
      value: true,
      at: { file: 'kompass-profile.yaml' },
    });
    expect(answer(useCase, 'organisation.kind')).toMatchObject({ value: 'town', at: { file: 'rad.yaml' } });
  });

  test('the same answer twice is one answer', () => {
    expect(
      answer(joined('organisation: { kind: town }\n', 'organisation: { kind: town }\n'), 'organisation.kind'),
    ).toMatchObject({
      value: 'town',
    });
  });

  test('different answers are a problem of the use case', () => {
    expect(problems(join('organisation: { kind: town }\n', 'organisation: { kind: club }\n'))).toEqual([
      'rad.yaml:4:23 contradicts-profile',
    ]);
    expect(problems(join('measures: { training: no }\n', 'measures: { training: yes }\n'))).toEqual([
      'rad.yaml:4:23 contradicts-profile',
    ]);
  });

  test.each([
    ['organisation: { kind: unknown }\n', 'organisation: { kind: town }\n'],
    ['organisation: { kind: town }\n', 'organisation: { kind: unknown }\n'],
  ])('an explicit unknown wins: %s', (profile, useCase) => {
    expect(answer(joined(profile, useCase), 'organisation.kind')).toMatchObject({ value: null });
  });

  test('sets are united where the catalogue says so, and a doubt stays a doubt', () => {
    const profile = 'catalogue: 2030-07\norganisation: { brings: [bicycles, scooters] }\n';
    expect(
      answer(joined(profile, 'catalogue: 2030-07\norganisation: { brings: [scooters?] }\n'), 'organisation.brings'),
    ).toMatchObject({
      value: [
        { option: 'scooters', sure: false },
        { option: 'bicycles', sure: true },
      ],
    });
    expect(answer(joined(profile, 'organisation: { brings: unknown }\n'), 'organisation.brings')).toMatchObject({
      value: null,
    });
  });

  test('what an old profile could not know of stays unknown in a newer use case', () => {
    const useCase = joined('organisation: { brings: [bicycles] }\n', 'catalogue: 2030-07\n');
    expect(answer(useCase, 'organisation.brings')).toMatchObject({
      value: [
        { option: 'bicycles', sure: true },
        { option: 'motors', sure: false },
      ],
    });
  });

  test('a measure keeps the evidence of both', () => {
    expect(answer(joined(proof('a.md'), proof('b.md')), 'measures.training')).toMatchObject({
      done: true,
      evidence: [{ source: { path: 'b.md' } }, { source: { path: 'a.md' } }],
    });
  });
});
