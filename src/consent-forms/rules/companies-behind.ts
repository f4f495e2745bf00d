// The companies behind a tool that handle what it gets: its subcontractors and whoever provides its AI models.
import type { ConsentService } from './consent-source';

export interface CompanyBehind {
  readonly name: string;
  /** what it does, as on record */
  readonly role: string;
  /** of two letters (ISO 3166-1); null where it is not on record */
  readonly country: string | null;
  /** of the subcontractor, as flows name it */
  readonly subcontractor: string | null;
}

/** How a practice writes that there is no other company behind the AI. */
const OWN_MODELS = /^(?:the )?vendor(?: itself)?\.?$/i;

/** Naming none is an answer; not naming is not. Null where nobody has said who they are, or who provides the models of a tool with AI. */
export function companiesBehind(service: ConsentService): CompanyBehind[] | null {
  const models = modelCompanies(service);
  if (!service.subcontractors || models === null) return null;
  const handling = service.subcontractors
    .filter(({ handlesClientData }) => handlesClientData !== 'no')
    .map(({ key, name, role, country }) => ({ name, role, country: country ?? null, subcontractor: key }));
  const known = new Set(handling.map(({ name }) => name));
  return [...handling, ...models.filter(({ name }) => !known.has(name))];
}

function modelCompanies({ usesAi, modelProviders, modelProvider }: ConsentService): CompanyBehind[] | null {
  if (modelProviders) return modelProviders.map(({ name, country }) => modelCompany(name, country ?? null));
  const inWords = modelProvider?.trim();
  if (inWords) return OWN_MODELS.test(inWords) ? [] : [modelCompany(inWords, null)];
  return usesAi ? null : [];
}

function modelCompany(name: string, country: string | null): CompanyBehind {
  return { name, role: 'AI', country, subcontractor: null };
}
