// Where on the pages a step is done: by the kinds of facts that it settles.
import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { PaperPath, PaperPlaces } from './papers/papers-section.presenter';

export interface Place {
  label: string;
  href: string;
  /** where it is read by those who do not keep the records */
  seen: string;
}

type Reader = ScoringModel['facts'][number]['reader'];

/** More clauses than these are found on their list. */
const MOST_CLAUSES = 2;

/** What pages have no place for yet is left out. */
const PLACES: Readonly<Partial<Record<Reader, { label: string; at: string; seen?: string }>>> = {
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
  hosting_countries: { label: 'About the tool', at: '/edit', seen: '' },
  plan: { label: 'About the tool', at: '/edit', seen: '' },
};

/** Papers are changed by a form of their kind. */
const PAPERS: Readonly<Partial<Record<Reader, { label: string; path: PaperPath }>>> = {
  soc2: { label: 'SOC 2 report', path: 'soc2-reports' },
  attestation: { label: 'Certificates and tests', path: 'attestations' },
  model_card: { label: 'Model card', path: 'model-cards' },
  clinical_validation: { label: 'Studies', path: 'clinical-validations' },
  financial_standing: { label: 'How the vendor stands', path: 'financial-standings' },
  service_levels: { label: 'Promises as numbers', path: 'service-levels' },
  exit_terms: { label: 'How you would leave', path: 'exit-terms' },
};

export interface PlacesBeside {
  questionnaires: string;
  /** where papers of a kind are added or changed */
  papers: PaperPlaces;
  /** null where no agreement is on record */
  clauses: ClausePlaces | null;
}

/** @param at address of the tool. @returns places without repeats, in the order of the step's facts */
export function placesOfStep(
  stepId: string,
  { steps, facts }: Pick<ScoringModel, 'steps' | 'facts'>,
  at: string,
  { questionnaires, papers, clauses }: PlacesBeside,
): Place[] {
  const step = steps.find(({ id }) => id === stepId);
  const settled = (step?.facts ?? []).flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
  const named = new Set(settled.flatMap((fact) => (fact.reader === 'provision' ? [fact.provision] : [])));
  const places = settled.flatMap((fact): Place[] => {
    const { reader } = fact;
    if (reader === 'answer') return [seenByAll('Questionnaire', questionnaires)];
    const paper = PAPERS[reader];
    if (paper) return [{ label: paper.label, href: papers[paper.path], seen: `${at}#papers` }];
    if (clauses && reader === 'required_provisions')
      return [seenByAll('Required elements, clause by clause', clauses.required)];
    if (clauses && reader === 'provision') {
      if (named.size > MOST_CLAUSES) return [seenByAll('Agreement, clause by clause', clauses.all)];
      const { label, href } = clauses.one(fact.provision);
      return [seenByAll(label, href)];
    }
    const place = PLACES[reader];
    return place
      ? [{ label: place.label, href: `${at}${place.at}`, seen: `${at}${place.seen ?? place.at}` }]
      : [];
  });
  return [...new Map(places.map((place) => [place.href, place])).values()];
}

function seenByAll(label: string, href: string): Place {
  return { label, href, seen: href };
}
