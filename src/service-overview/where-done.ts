// Where on the pages a step is done: by the kinds of facts that it settles.
import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';

export interface Place {
  label: string;
  href: string;
}

type Reader = ScoringModel['facts'][number]['reader'];

/** More clauses than these are found on their list. */
const MOST_CLAUSES = 2;

/** What pages have no place for yet (reports of auditors, model cards, measures of the practice) is left out. */
const PLACES: Readonly<Partial<Record<Reader, { label: string; at: string }>>> = {
  agreement_in_force: { label: 'Agreement', at: '#agreement' },
  required_provisions: { label: 'Agreement', at: '#agreement' },
  provision: { label: 'Agreement', at: '#agreement' },
  breach_notice: { label: 'Agreement', at: '#agreement' },
  qsoa_in_force: { label: 'Agreement', at: '#agreement' },
  checklist_answer: { label: 'AI Tech Checklist', at: '/checklist' },
  data_flows: { label: 'What data goes where', at: '#data-flows' },
  flow_encryption: { label: 'What data goes where', at: '#data-flows' },
  retention: { label: 'What data goes where', at: '#data-flows' },
  companies_bound: { label: 'Companies behind it', at: '#companies' },
  subcontractors_named: { label: 'Companies behind it', at: '#companies' },
  hosting_countries: { label: 'About the tool', at: '/edit' },
  plan: { label: 'About the tool', at: '/edit' },
};

/**
 * @param at address of the tool
 * @param clauses null where no agreement is on record
 * @returns places without repeats, in the order of the step's facts
 */
export function placesOfStep(
  stepId: string,
  { steps, facts }: Pick<ScoringModel, 'steps' | 'facts'>,
  at: string,
  questionnaires: string,
  clauses: ClausePlaces | null,
): Place[] {
  const step = steps.find(({ id }) => id === stepId);
  const settled = (step?.facts ?? []).flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
  const named = new Set(settled.flatMap((fact) => (fact.reader === 'provision' ? [fact.provision] : [])));
  const places = settled.flatMap((fact): Place[] => {
    const { reader } = fact;
    if (reader === 'answer') return [{ label: 'Questionnaire', href: questionnaires }];
    if (clauses && reader === 'required_provisions')
      return [{ label: 'Required elements, clause by clause', href: clauses.required }];
    if (clauses && reader === 'provision')
      return named.size > MOST_CLAUSES
        ? [{ label: 'Agreement, clause by clause', href: clauses.all }]
        : [clauses.one(fact.provision)];
    const place = PLACES[reader];
    return place ? [{ label: place.label, href: `${at}${place.at}` }] : [];
  });
  return [...new Map(places.map((place) => [place.href, place])).values()];
}
