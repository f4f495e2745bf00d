// Where on the pages a step is done: by the kinds of facts that it settles.
import type { ScoringModel } from '../assessments/scoring/scoring-model';

export interface Place {
  label: string;
  href: string;
}

type Reader = ScoringModel['facts'][number]['reader'];

/** What pages have no place for yet (reports of auditors, model cards) is left out. */
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
  consent: { label: 'What you do yourself', at: '#measures' },
  note_review: { label: 'What you do yourself', at: '#measures' },
  companies_bound: { label: 'Companies behind it', at: '#companies' },
  subcontractors_named: { label: 'Companies behind it', at: '#companies' },
  hosting_countries: { label: 'About the tool', at: '/edit' },
  plan: { label: 'About the tool', at: '/edit' },
};

/** @param at address of the tool. @returns places without repeats, in the order of the step's facts */
export function placesOfStep(
  stepId: string,
  { steps, facts }: Pick<ScoringModel, 'steps' | 'facts'>,
  at: string,
  questionnaires: string,
): Place[] {
  const step = steps.find(({ id }) => id === stepId);
  const readers = (step?.facts ?? []).flatMap((id) => facts.find((fact) => fact.id === id)?.reader ?? []);
  const places = readers.flatMap((reader): Place[] => {
    if (reader === 'answer') return [{ label: 'Questionnaire', href: questionnaires }];
    const place = PLACES[reader];
    return place ? [{ label: place.label, href: `${at}${place.at}` }] : [];
  });
  return [...new Map(places.map((place) => [place.href, place])).values()];
}
