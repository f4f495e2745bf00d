import type { RecordKind } from '../records/record-kind';
import { RiskAcceptance } from './risk-acceptance.entity';

export const RISK_ACCEPTANCE: RecordKind = {
  name: 'risk_acceptance',
  plural: 'risk-acceptances',
  entity: RiskAcceptance,
  dossierList: 'riskAcceptances',
  table: 'risk_acceptance',
  columns: `r.threat, r.service_key as service, r.accepted_by as "acceptedBy", r.reason, r.meanwhile, r.until, r.renews_key as renews,
    r.level, r.accepted_on as "acceptedOn", r.basis, r.ended`,
  step: { action: 'risks.decide', isTaken: () => true },
  // Who ended it and why stays as it was said.
  isFrozen: ({ ended }) => ended !== null && ended !== undefined,
  // What was accepted is never written over: it is ended, or renewed by another.
  keeps: (_record, changes) =>
    Object.keys(changes)
      .filter((field) => field !== 'ended')
      .map((field) => ({
        pointer: `/${field}`,
        code: 'history-kept',
        detail: 'stays as it was accepted; end the acceptance and make a new one',
      })),
};
