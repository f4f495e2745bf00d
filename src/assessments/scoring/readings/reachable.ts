// How good the reading of a fact can honestly become by what the practice or the vendor does about it, and what else has to be so
// that it counts. Steps are worked out from this; a new reader says here what can be reached.
import type { ChecklistItem } from '../../../checklists/checklist.fields';
import type { Basis } from '../../../common/words';
import { isSameOrPart } from '../criteria';
import { readyQuestions } from '../asked-questions';
import type { FactDefinition, MetCode, ScoringModel } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { AUDIO_AND_VIDEO } from '../situations';
import { spokenAgainst } from '../spoken-against';
import type { AttestationQuestion } from './attestation.reading';
import type { Need } from './need';

export interface Reachable {
  readonly met: MetCode;
  readonly basis: Basis;
  /** without these it earns nothing */
  readonly needs: readonly Need[];
}

type ReaderName = FactDefinition['reader'];
type Reach<Fact> = (view: ServiceView, fact: Fact) => Reachable | null;

const REACH: { readonly [Name in ReaderName]: Reach<Extract<FactDefinition, { reader: Name }>> } = {
  // recording flows shows what is at stake; it makes nothing safer
  data_flows: () => null,
  checklist_answer: ({ toBusinessAssociate }, { item }) =>
    fully('documented', ...(toBusinessAssociate && BOUND_BY_AGREEMENT.includes(item) ? AGREEMENT : [])),
  provision: (_view, { backs }) => fully('documented', ...AGREEMENT, ...(backs ? [backs] : [])),
  agreement_in_force: () => fully('documented'),
  required_provisions: () => fully('documented', ...AGREEMENT),
  breach_notice: () => fully('documented', ...AGREEMENT),
  soc2: () => fully('audited'),
  attestation: ({ model }, question) => bestAttestation(model, question),
  flow_encryption: () => fully('stated'),
  // the practice's own deletion of audio and video is observed; how long a vendor keeps text is told
  retention: (_view, { classes }) =>
    fully(classes.every((dataClass) => AUDIO_AND_VIDEO.includes(dataClass)) ? 'observed' : 'stated'),
  subcontractors_named: () => fully('stated'),
  note_review: () => fully('observed'),
  consent: () => fully('documented'),
  answer: (view, { question }) => {
    // what the practice does itself it observes
    const byPractice = readyQuestions(view.model).get(question)?.definition.answeredBy === 'practice';
    const { clearedBy } = spokenAgainst(view, question, 'fully');
    return fully(byPractice ? 'observed' : 'documented', ...clearedBy);
  },
  // steps are of services; what the practice has in place is its own
  safeguard: () => null,
  qsoa_in_force: () => fully('documented'),
  plan: () => fully('stated'),
  companies_bound: () => fully('stated'),
  hosting_countries: () => fully('stated'),
  model_card: () => fully('documented'),
  // a study that came out against the service counts against all others
  clinical_validation: ({ facts }) =>
    facts.clinicalValidations.some(({ finding }) => finding === 'unfavorable') ? null : fully('audited'),
  // looking into it can be done, but nobody makes a vendor solvent
  financial_standing: () => null,
  service_levels: () => fully('documented', ...AGREEMENT),
  exit_terms: () => fully('observed'),
};

const AGREEMENT = ['agreement'] as const;
const BOUND_BY_AGREEMENT: readonly ChecklistItem[] = ['no_training', 'no_sale_or_sharing', 'baa_signed'];

/** Null when nothing that is done lifts the fact. */
export function reachableFor(view: ServiceView, fact: FactDefinition): Reachable | null {
  return (REACH[fact.reader] as Reach<FactDefinition>)(view, fact);
}

function fully(basis: Basis, ...needs: Need[]): Reachable {
  return { met: 'fully', basis, needs };
}

/** Of the kinds asked, the one that earns most on the criteria when it is in order. */
function bestAttestation(
  { attestations, points }: ScoringModel,
  { kinds, criteria }: AttestationQuestion,
): Reachable | null {
  let best: Reachable | null = null;
  const worth = ({ met, basis }: Reachable) => points.met[met] * points.assurance[basis];
  for (const { kind, earns, assurance } of attestations.attestations) {
    if (!kinds.includes(kind)) continue;
    const rows = criteria.map((criterion) =>
      earns.find(({ criteria: spoken }) => spoken.some((one) => isSameOrPart(criterion, one))),
    );
    if (rows.includes(undefined)) continue;
    const met = rows.some((row) => row?.met === 'partly') ? 'partly' : 'fully';
    const reached: Reachable = { met, basis: assurance, needs: [] };
    if (!best || worth(reached) > worth(best)) best = reached;
  }
  return best;
}
