import type { Position } from './position.ts';

/** What a user can mend; each code has its sentence in `text/`. `near` is the closest thing that exists. */
export interface ProblemParams {
  // reading bytes and YAML
  'not-utf8': Record<never, never>;
  'too-large': { limit: string };
  'too-deep': { limit: number };
  'too-many-files': { limit: number };
  'yaml-syntax': { detail: string };
  'yaml-anchor': { what: 'anchor' | 'alias' };
  'yaml-tag': { tag: string };
  'yaml-version': { version: string };
  'yaml-documents': Record<never, never>;
  'duplicate-key': { key: string; first: number };
  'control-character': { character: string; where: 'key' | 'id' | 'path' | 'text' };
  'empty-file': Record<never, never>;
  'not-a-map': { found: string };
  // shape
  'missing-key': { key: string };
  'unknown-key': { key: string; near: string | null; known: readonly string[] };
  'key-without-value': { key: string };
  'wrong-type': { key: string; expected: string; found: string };
  'unknown-value': { key: string; found: string; near: string | null; known: readonly string[] };
  'empty-value': { key: string };
  'either-key': { keys: readonly string[] };
  'bad-id': { id: string };
  'bad-date': { found: string };
  'bad-format-version': { found: string; known: string };
  'unknown-catalogue': { found: string; known: readonly string[] };
  // answers
  'unknown-fact': { id: string; near: string | null };
  'unknown-option': { fact: string; found: string; near: string | null; known: readonly string[] };
  'duplicate-member': { fact: string; member: string };
  'unknown-role': { found: string; near: string | null; known: readonly string[] };
  'contradicts-set': { fact: string; closedBy: readonly string[] };
  'contradicts-profile': { fact: string; profile: string };
  'profile-only': { fact: string };
  'use-case-only': { fact: string };
  'unknown-clause': { found: string; near: string | null };
  'not-waivable': { rule: string };
  'waiver-role': { rule: string; found: string; known: readonly string[] };
  'foreign-waiver': { found: string; id: string };
  'bad-link': { link: string };
  'bad-path': { path: string; why: 'absolute' | 'outside' | 'url' | 'address' };
  'end-before-start': { end: string; start: string };
  'duplicate-use-case': { id: string; first: string };
  // files and the command line
  'not-found': { path: string };
  'nothing-to-check': { path: string };
  'not-readable': { path: string; detail: string };
  'not-a-file': { path: string };
  'would-overwrite': { path: string };
  /** `path` null: standard output. */
  'same-place': { formats: readonly string[]; path: string | null };
  'output-and-formats': { path: string };
  'cannot-write': { path: string; detail: string };
  'bad-option': { option: string; found: string; known: readonly string[] };
  usage: { detail: string };
  /** `detail`: the browser that was named, or what it complained of, or the seconds that it had. */
  pdf: { why: 'missing' | 'too-slow' | 'failed'; detail: string };
  'needs-file': { format: string };
  /** The ending of a name says what a paper becomes. */
  'unknown-ending': { path: string; known: readonly string[] };
  git: { why: 'missing' | 'no-repository' | 'failed'; detail: string };
  'unknown-revision': { revision: string };
  'same-sides': Record<never, never>;
  'needs-option': { option: string; needs: string };
  'bad-year': { found: string };
  'year-ahead': { year: string; day: string };
  /** `found`: the version that stands there. */
  'not-a-register': { why: 'json' | 'shape' | 'public' | 'version'; found: string };
  // rules
  'missing-language': { key: string; language: string };
  'unknown-rule': { id: string; near: string | null };
  'unknown-date-name': { id: string; near: string | null };
  'unknown-source': { id: string; near: string | null };
  'unknown-provision': { act: string; at: string };
  'bad-citation': { at: string };
  'wrong-fact-type': { fact: string; expected: string; found: string };
  circular: { ids: readonly string[] };
  'wrong-phase': { rule: string; names: string };
  'duplicate-id': { id: string; first: string };
  'empty-condition': { key: string };
  'condition-keys': { found: readonly string[]; known: readonly string[] };
  'dates-order': { name: string };
  unused: { id: string };
  'last-entry-when': Record<never, never>;
  exists: { path: string };
  'no-terminal': { advice: string };
  'unknown-template': { found: string; near: string | null; known: readonly string[] };
  'not-usual': { fact: string };
  'nothing-to-explain': { found: string; near: string | null };
  // answers of others
  'no-questions': Record<never, never>;
  'several-ticked': { fact: string };
  'empty-field': { fields: readonly string[] };
  'answer-differs': { fact: string; there: string };
  'other-use-case': { found: string; id: string };
  'nothing-answered': Record<never, never>;
  'not-for-organisation': { key: string };
  // an existing list and its mapping
  'list-kind': { path: string };
  'list-encoding': { encoding: string };
  'list-delimiter': Record<never, never>;
  'list-quote': { why: 'open' | 'after' };
  'list-ragged': { cells: number; columns: number };
  'list-cell-long': { limit: number };
  'list-empty': Record<never, never>;
  'list-json': Record<never, never>;
  'list-not-records': { path: string | null };
  'list-column': { column: string; near: string | null; known: readonly string[] };
  'list-column-twice': { column: string };
  'list-no-title': { column: string };
  'not-importable': { fact: string; why: 'measure' | 'judgement' | 'opinion' };
  'import-none': { fact: string };
  'unknown-mapping': { found: string; near: string | null; known: readonly string[] };
  'not-raised': { rule: string; severity: string | null };
}
export type ProblemCode = keyof ProblemParams;
export type Problem = {
  readonly [C in ProblemCode]: { readonly code: C; readonly at: Position; readonly params: ProblemParams[C] };
}[ProblemCode];

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
