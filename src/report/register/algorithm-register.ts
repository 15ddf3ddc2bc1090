import type { Tier } from '../../model/tier.ts';
import { type PublicEntry, publicEntry } from './public.ts';
import type { RegisterReporter } from './run.ts';

/** The published fields in which cities tell of their algorithms; `docs/lists-are-taken-over.md` says what was read, and where. */
const standard = {
  name: 'Algorithmic Transparency Standard',
  version: '0.3.1',
  url: 'https://www.algorithmregister.org/standard',
} as const;

/** One registration: only the fields that are known, in the order of the standard. */
type Registration = Readonly<Partial<Record<Field, string>>>;

type Field = 'standard_version' | 'name' | 'department' | 'description_short' | 'status' | 'goal' | 'risk_category';

/** What the standard demands of every registration. */
const required = [
  'standard_version',
  'lang',
  'publication_date',
  'last_change_date',
  'revision_date',
  'name',
  'organization',
  'department',
  'country',
  'contact_email',
  'description_short',
  'status',
  'decision_making_process',
  'domain',
  'area',
  'goal',
  'impact',
  'risks',
  'risk_category',
  'proportionality',
  'lawful_basis',
  'training_data',
  'source_data',
  'connected_data_sources',
  'algorithm_type',
  'type',
  'monitoring',
  'human_intervention',
  'objection_procedure',
] as const;

/**
 * The public register in the fields of the Algorithmic Transparency Standard, as JSON. What is not known is left out, and what the standard
 * demands and a registration lacks is named: the body fills it in.
 */
export const algorithmRegister: RegisterReporter = function* ({ rows, unread }, { asOf }) {
  const registrations = rows.map((row) => registrationOf(publicEntry(row, asOf)));
  const lacking = required.filter((field) => registrations.some((one) => !Object.hasOwn(one, field)));
  yield `${JSON.stringify({ standard, asOf, unread: unread.length, lacking, registrations }, null, 2)}\n`;
};

/** The standard's `description_short`. */
const longestShort = 150;

function registrationOf({ title, purpose, owner, stage, ended, tier }: PublicEntry): Registration {
  const fields: Readonly<Record<Field, string | null>> = {
    standard_version: standard.version,
    name: title,
    department: owner.unit,
    description_short: purpose !== null && Array.from(purpose).length <= longestShort ? purpose : null,
    status: ended === null ? statusOf(stage) : 'retired',
    goal: purpose,
    risk_category: tier.lowest === tier.highest ? riskOf[tier.lowest] : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** A start may be a pilot or not. */
function statusOf(stage: PublicEntry['stage']): string | null {
  switch (stage) {
    case 'idea':
    case 'tender':
    case 'award':
      return 'planned';
    case 'operation':
      return 'operational';
    case 'start':
    case null:
      return null;
  }
}

/** The words are those that the AI Act was explained with; outside of it there is none. */
const riskOf: Readonly<Record<Tier, string | null>> = {
  'out-of-scope': null,
  minimal: 'minimal risk',
  transparency: 'limited risk',
  'high-risk': 'high risk',
  prohibited: 'unacceptable',
};
