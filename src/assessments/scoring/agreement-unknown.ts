// Whether anybody knows of a business associate agreement. Not known is told apart from none: what an agreement would say is then not
// known either, and finding out is the task.
import type { ServiceView } from './service-view';
import { settledValue } from './counted-answer';

/** True where one is needed, none is on record in any state, and nobody has answered the item of the checklist that asks for it. */
export function isAgreementUnknown({ toBusinessAssociate, facts, counted }: ServiceView): boolean {
  return (
    toBusinessAssociate &&
    !facts.agreements.some(({ kind }) => kind === 'business_associate_agreement') &&
    settledValue(counted.get('baa_signed')) === 'unknown'
  );
}
