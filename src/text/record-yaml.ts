import { scalar } from './scalar.ts';

/** YAML on one line, as a use-case file holds it, of what somebody puts on record. All parts are text as it was typed. */
export function evidenceYaml(where: string, on: string, by: string): string {
  const source = /^https?:/i.test(where) ? `link: ${JSON.stringify(where)}` : `file: ${JSON.stringify(where)}`;
  return `{ ${source}, on: ${on}, by: ${scalar(by)} }`;
}

export const notDoneYaml = '{ done: no }';

/** `evidence`: as `evidenceYaml` gives it; null: there is none yet. */
export const doneYaml = (evidence: string | null): string =>
  evidence === null ? '{ done: yes }' : `{ done: yes, evidence: ${evidence} }`;

export const plannedYaml = (by: string, on: string): string => `{ planned: { by: ${scalar(by)}, on: ${on} } }`;

export const notClaimedYaml = '{ claimed: no }';

export function claimedYaml(reason: string, role: string, on: string, evidence: string | null): string {
  const record = `claimed: yes, reason: ${JSON.stringify(reason)}, role: ${role}, on: ${on}`;
  return `{ ${record}${evidence === null ? '' : `, evidence: ${evidence}`} }`;
}

export interface OpinionParts {
  readonly result: string;
  readonly by: string;
  readonly on: string;
  /** The check code of the answers that it is about. */
  readonly digest: string;
  readonly conditions: readonly string[];
  readonly evidence: string | null;
}

export function opinionYaml({ result, by, on, digest, conditions, evidence }: OpinionParts): string {
  const demanded = conditions.map((text) => `{ text: ${JSON.stringify(text)}, done: no }`);
  return [
    `{ result: ${result}, by: ${by}, on: ${on}, digest: "${digest}"`,
    ...(demanded.length === 0 ? [] : [`conditions: [${demanded.join(', ')}]`]),
    ...(evidence === null ? [] : [`evidence: ${evidence}`]),
  ]
    .join(', ')
    .concat(' }');
}
