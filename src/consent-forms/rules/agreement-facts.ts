// What the contracts about the tools of a form let it say. Only a business associate agreement in force counts, and only where every flow of a tool's protected
// data lies within what it covers (45 CFR 164.502(e)): a tool of which no flow is on record is not known to be covered.
import { isProtected } from '../../assessments/scoring/protected-flows';
import { coveredFlows, coverageOfService } from '../../business-associate-agreements/agreement-coverage';
import type { AgreementTerms } from '../../business-associate-agreements/agreement-editions';
import { standingOn } from '../../business-associate-agreements/state-on-date';
import type { CalendarDate } from '../../common/calendar-date';
import type { ConsentFacts, ConsentService, ConsentSource } from './consent-source';

export function agreementFacts(
  services: readonly ConsentService[],
  source: ConsentSource,
  asOf: CalendarDate,
): Pick<ConsentFacts, 'hasAgreement' | 'isTrainingBarred'> {
  const isHeld =
    services.length > 0 && services.every((service) => isCovered(service, source, asOf, anyTerms));
  return { hasAgreement: isHeld ? true : null, isTrainingBarred: isTrainingBarred(services, source, asOf) };
}

/** Barred only where each tool with AI has the clause (BAA-A01) in force for all that it gets, and no company behind it is known to train on the data. */
function isTrainingBarred(
  services: readonly ConsentService[],
  source: ConsentSource,
  asOf: CalendarDate,
): boolean | null {
  const withAi = services.filter(({ usesAi }) => usesAi);
  if (withAi.length === 0) return null;
  if (withAi.some(({ modelProviders }) => modelProviders?.some((one) => one.trainsOnData === 'yes')))
    return false;
  return withAi.every((service) => isCovered(service, source, asOf, barsTraining)) ? true : null;
}

const anyTerms = (): boolean => true;
const barsTraining = ({ verdicts }: AgreementTerms): boolean =>
  verdicts.get('BAA-A01')?.verdict === 'present';

/** @param counts which of the terms in force are asked for */
function isCovered(
  service: ConsentService,
  { agreements, dataFlows }: ConsentSource,
  asOf: CalendarDate,
  counts: (terms: AgreementTerms) => boolean,
): boolean {
  const flows = (dataFlows ?? []).filter((flow) => flow.service === service.key && isProtected(flow));
  const held = (agreements ?? []).flatMap((agreement) => {
    if (agreement.kind !== 'business_associate_agreement') return [];
    const { terms } = standingOn(agreement, asOf, 0);
    return terms && coverageOfService(terms, service) === 'covered' && counts(terms) ? [terms] : [];
  });
  const covers = (flow: string) =>
    held.some((terms) => coveredFlows(terms, service.key)?.includes(flow) ?? true);
  return flows.length > 0 && flows.every(({ key }) => covers(key));
}
