// One entry for each reader that the model may name. A new reader is a function in this folder and an entry here.
import type { DatedRecord } from '../dated-records';
import { askedQuestion } from '../asked-questions';
import type { FactDefinition, ScoringModel } from '../scoring-model';
import type { ServiceView } from '../service-view';
import {
  readAgreementInForce,
  readBreachNotice,
  readProvision,
  readRequiredProvisions,
} from './agreement.readings';
import { readAnswerBesideRecords } from './answer.reading';
import { readAttestation } from './attestation.reading';
import { readChecklistAnswer } from './checklist-answer.reading';
import { readDataFlows, readFlowEncryption, readRetention } from './flow.readings';
import { readConsent, readNoteReview, readSubcontractorsNamed } from './practice.readings';
import type { Reading } from './reading';
import {
  readCompaniesBound,
  readHostingCountries,
  readPlan,
  readQsoaInForce,
} from './service-record.readings';
import { readSoc2 } from './soc2.reading';
import {
  readClinicalValidation,
  readExitTerms,
  readFinancialStanding,
  readModelCard,
  readServiceLevels,
} from './vendor-record.readings';

export type { Reading } from './reading';

type ReaderName = FactDefinition['reader'];

export type Reader = (view: ServiceView) => Reading;

interface FactReader<Fact> {
  /** the kinds of records whose dates can change what is read; what is not named here is not read again on their turns */
  readonly reads: readonly DatedRecord[];
  /** made once a model for each fact, so that what follows from the model alone is not worked out with every reading */
  readonly readerOf: (fact: Fact, model: ScoringModel) => Reader;
}

const ABOUT_AGREEMENTS: readonly DatedRecord[] = ['agreements', 'checklist_answers', 'questionnaire_answers'];
/** What is read in an agreement: not known while it is not known whether there is one, and known once one has been signed and read. */
const READ_IN_AGREEMENTS: readonly ReaderName[] = ['provision', 'required_provisions', 'breach_notice'];

const READERS: { readonly [Name in ReaderName]: FactReader<Extract<FactDefinition, { reader: Name }>> } = {
  data_flows: { reads: [], readerOf: () => readDataFlows },
  checklist_answer: {
    reads: ['checklist_answers', 'questionnaire_answers', 'agreements'],
    readerOf:
      ({ item }) =>
      (view) =>
        readChecklistAnswer(view, item),
  },
  provision: {
    reads: ABOUT_AGREEMENTS,
    readerOf:
      ({ provision, backs }) =>
      (view) =>
        readProvision(view, provision, backs),
  },
  // whether there is an agreement is asked in the checklist as well
  agreement_in_force: { reads: ABOUT_AGREEMENTS, readerOf: () => readAgreementInForce },
  required_provisions: { reads: ABOUT_AGREEMENTS, readerOf: () => readRequiredProvisions },
  breach_notice: { reads: ABOUT_AGREEMENTS, readerOf: () => readBreachNotice },
  soc2: { reads: ['soc2_reports'], readerOf: (fact) => (view) => readSoc2(view, fact) },
  attestation: { reads: ['attestations'], readerOf: (fact) => (view) => readAttestation(view, fact) },
  flow_encryption: {
    reads: [],
    readerOf:
      ({ where }) =>
      (view) =>
        readFlowEncryption(view, where),
  },
  retention: { reads: ['practice_measures'], readerOf: (fact) => (view) => readRetention(view, fact) },
  subcontractors_named: { reads: [], readerOf: () => readSubcontractorsNamed },
  note_review: { reads: ['practice_measures'], readerOf: () => readNoteReview },
  consent: {
    reads: ['practice_measures'],
    readerOf:
      ({ consent }) =>
      (view) =>
        readConsent(view, consent),
  },
  answer: {
    reads: ['questionnaire_answers', 'agreements', 'incidents'],
    readerOf: ({ question }, model) => {
      const asked = askedQuestion(model, question);
      return (view) => readAnswerBesideRecords(view, asked);
    },
  },
  // of the practice alone: read by score-practice.ts, and by no service
  safeguard: { reads: [], readerOf: ofThePractice },
  qsoa_in_force: { reads: ['agreements'], readerOf: () => readQsoaInForce },
  plan: { reads: [], readerOf: () => readPlan },
  companies_bound: { reads: [], readerOf: () => readCompaniesBound },
  hosting_countries: { reads: [], readerOf: () => readHostingCountries },
  model_card: { reads: ['vendor_records'], readerOf: () => readModelCard },
  clinical_validation: { reads: ['vendor_records'], readerOf: () => readClinicalValidation },
  financial_standing: { reads: ['vendor_records'], readerOf: () => readFinancialStanding },
  service_levels: { reads: ['agreements'], readerOf: () => readServiceLevels },
  exit_terms: { reads: ['agreements', 'vendor_records'], readerOf: () => readExitTerms },
};

function ofThePractice({ id }: FactDefinition): Reader {
  return () => {
    throw new Error(`${id} is a fact of the practice: no threat of a service may rest on it`);
  };
}

/** What reads one fact on the date of a view, by the reader that the model names. */
export function readerFor(fact: FactDefinition, model: ScoringModel): Reader {
  return entryOf(fact).readerOf(fact, model);
}

/** The kinds of records whose dates can change the reading of a fact. */
export function recordsReadBy(fact: FactDefinition): readonly DatedRecord[] {
  return entryOf(fact).reads;
}

/** True when a fact is read in the text of an agreement. */
export function isReadInAgreement({ reader }: FactDefinition): boolean {
  return READ_IN_AGREEMENTS.includes(reader);
}

/** The entry is looked up by the fact's own reader, so it takes that fact; the type of the table cannot say so. */
function entryOf(fact: FactDefinition): FactReader<FactDefinition> {
  return READERS[fact.reader] as FactReader<FactDefinition>;
}
