import { readFileSync } from 'node:fs';
import type { RuleBook } from '../model/book.ts';
import type { DocumentTemplate } from '../model/document.ts';
import type { Template } from '../model/template.ts';

/** The rule book that the build made and checked, in ASCII alone. Throws when the installation is damaged. */
export function readBuiltBook(file: URL): RuleBook {
  const book: RuleBook = JSON.parse(readFileSync(file, 'latin1'));
  return book;
}

/** The typical cases that the build made and checked; they lie beside the rule book. Throws when the installation is damaged. */
export function readBuiltTemplates(book: URL): readonly Template[] {
  const templates: readonly Template[] = JSON.parse(readFileSync(new URL('templates.json', book), 'latin1'));
  return templates;
}

/** The papers that can be drafted, as the build made and checked them; they lie beside the rule book. Throws when the installation is damaged. */
export function readBuiltDocuments(book: URL): readonly DocumentTemplate[] {
  const documents: readonly DocumentTemplate[] = JSON.parse(readFileSync(new URL('documents.json', book), 'latin1'));
  return documents;
}

/** A mapping for a published standard, as it is written. */
export interface BuiltMapping {
  readonly name: string;
  readonly text: string;
}

/** The mappings that the build checked; they lie beside the rule book. Throws when the installation is damaged. */
export function readBuiltMappings(book: URL): readonly BuiltMapping[] {
  const mappings: readonly BuiltMapping[] = JSON.parse(readFileSync(new URL('mappings.json', book), 'latin1'));
  return mappings;
}

export function readVersion(packageJson: URL): string {
  const parsed: { version: string } = JSON.parse(readFileSync(packageJson, 'utf8'));
  return parsed.version;
}

/** The oldest Node.js that will do, as `20.19`. */
export function readNeededNode(packageJson: URL): string {
  const { engines }: { engines: { node: string } } = JSON.parse(readFileSync(packageJson, 'utf8'));
  return engines.node.replace(/^\D+/, '');
}

/** `sources.yaml` of the built-in rules as it is written. Throws when the installation is damaged. */
export const readSourcesFile = (ruleFiles: URL): string => readFileSync(new URL('sources.yaml', ruleFiles), 'utf8');
