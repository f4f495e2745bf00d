// One entry for each reader that the model may name. A new reader is a function in this folder and an entry here.
import type { DatedRecord } from '../dated-records';
import type { FactDefinition } from '../scoring-model';
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

interface FactReader<Fact> {
  /** the kinds of records whose dates can change what is read; what is not named here is not read again on their turns */
  readonly reads: readonly DatedRecord[];
  readonly read: (view: ServiceView, fact: Fact) => Reading;
}

const ABOUT_AGREEMENTS: readonly DatedRecord[] = ['agreements', 'checklist_answers', 'questionnaire_answers'];
/** What is read in an agreement: not known while it is not known whether there is one, and known once one has been signed and read. */
const READ_IN_AGREEMENTS: readonly ReaderName[] = ['provision', 'required_provisions', 'breach_notice'];

const READERS: { readonly [Name in ReaderName]: FactReader<Extract<FactDefinition, { reader: Name }>> } = {
  data_flows: { reads: [], read: readDataFlows },
  checklist_answer: {
    reads: ['checklist_answers', 'questionnaire_answers', 'agreements'],
    read: (view, { item }) => readChecklistAnswer(view, item),
  },
  provision: {
    reads: ABOUT_AGREEMENTS,
    read: (view, { provision, backs }) => readProvision(view, provision, backs),
  },
  // whether there is an agreement is asked in the checklist as well
  agreement_in_force: { reads: ABOUT_AGREEMENTS, read: readAgreementInForce },
  required_provisions: { reads: ABOUT_AGREEMENTS, read: readRequiredProvisions },
  breach_notice: { reads: ABOUT_AGREEMENTS, read: readBreachNotice },
  soc2: { reads: ['soc2_reports'], read: readSoc2 },
  attestation: { reads: ['attestations'], read: readAttestation },
  flow_encryption: { reads: [], read: (view, { where }) => readFlowEncryption(view, where) },
  retention: { reads: ['practice_measures'], read: readRetention },
  subcontractors_named: { reads: [], read: readSubcontractorsNamed },
  note_review: { reads: ['practice_measures'], read: readNoteReview },
  consent: { reads: ['practice_measures'], read: (view, { consent }) => readConsent(view, consent) },
  answer: {
    reads: ['questionnaire_answers', 'agreements'],
    read: (view, { question }) => readAnswerBesideRecords(view, question),
  },
  qsoa_in_force: { reads: ['agreements'], read: readQsoaInForce },
  plan: { reads: [], read: readPlan },
  companies_bound: { reads: [], read: readCompaniesBound },
  hosting_countries: { reads: [], read: readHostingCountries },
  model_card: { reads: ['vendor_records'], read: readModelCard },
  clinical_validation: { reads: ['vendor_records'], read: readClinicalValidation },
  financial_standing: { reads: ['vendor_records'], read: readFinancialStanding },
  service_levels: { reads: ['agreements'], read: readServiceLevels },
  exit_terms: { reads: ['agreements', 'vendor_records'], read: readExitTerms },
};

/** Reads one fact on the date of the view, by the reader that the model names. */
export function readFact(view: ServiceView, fact: FactDefinition): Reading {
  return readerOf(fact).read(view, fact);
}

/** The kinds of records whose dates can change the reading of a fact. */
export function recordsReadBy(fact: FactDefinition): readonly DatedRecord[] {
  return readerOf(fact).reads;
}

/** True when a fact is read in the text of an agreement. */
export function isReadInAgreement({ reader }: FactDefinition): boolean {
  return READ_IN_AGREEMENTS.includes(reader);
}

/** The entry is looked up by the fact's own reader, so it takes that fact; the type of the table cannot say so. */
function readerOf(fact: FactDefinition): FactReader<FactDefinition> {
  return READERS[fact.reader] as FactReader<FactDefinition>;
}
