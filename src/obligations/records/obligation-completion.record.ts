import { keepsWhatWasAttested } from '../../records/attested';
import type { RecordKind } from '../../records/record-kind';
import { ObligationCompletion } from './obligation-completion.entity';

export const OBLIGATION_COMPLETION: RecordKind = {
  name: 'obligation_completion',
  plural: 'obligation-completions',
  entity: ObligationCompletion,
  dossierList: 'obligationCompletions',
  table: 'obligation_completion',
  columns: `r.obligation, r.subject, r.period, r.happened_on as "happenedOn", r.done_on as "doneOn", r.done_by as "doneBy",
    r.found, r.proof, r.evidence_key as evidence, r.corrections`,
  keeps: keepsWhatWasAttested(['found', 'proof', 'evidence']),
};
