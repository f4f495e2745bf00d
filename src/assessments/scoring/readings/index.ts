import type { FactDefinition } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { readAgreementInForce, readBreachNotice, readProvision } from './agreement.readings';
import { readChecklistAnswer } from './checklist-answer.reading';
import { readDataFlows, readFlowEncryption, readRetention } from './flow.readings';
import { readConsent, readNoteReview, readSubcontractorsNamed } from './practice.readings';
import type { Reading } from './reading';
import { readSoc2 } from './soc2.reading';

export type { Reading } from './reading';

/** Reads one fact on the date of the view, by the reader that the model names. */
export function readFact(view: ServiceView, fact: FactDefinition): Reading {
  switch (fact.reader) {
    case 'data_flows':
      return readDataFlows(view);
    case 'checklist_answer':
      return readChecklistAnswer(view, fact.item);
    case 'provision':
      return readProvision(view, fact.provision, fact.backs);
    case 'agreement_in_force':
      return readAgreementInForce(view);
    case 'breach_notice':
      return readBreachNotice(view);
    case 'soc2':
      return readSoc2(view, fact);
    case 'flow_encryption':
      return readFlowEncryption(view, fact.where);
    case 'retention':
      return readRetention(view, fact);
    case 'subcontractors_named':
      return readSubcontractorsNamed(view);
    case 'note_review':
      return readNoteReview(view);
    case 'consent':
      return readConsent(view, fact.consent);
  }
}
