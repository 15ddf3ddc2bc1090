import type { Brand } from './brand.ts';

export type FactId = Brand<'FactId'>;
export type OptionId = Brand<'OptionId'>;
export type RuleId = Brand<'RuleId'>;
export type PackId = Brand<'PackId'>;
export type SourceId = Brand<'SourceId'>;
export type DateName = Brand<'DateName'>;
export type ActRole = Brand<'ActRole'>;
export type Office = Brand<'Office'>;
export type ClauseId = Brand<'ClauseId'>;
export type CatalogueVersion = Brand<'CatalogueVersion'>;
export type UseCaseId = Brand<'UseCaseId'>;
