// The review of the practice's own safeguards from the facts of its dossier: what the records say beside the answers is read from agreements and flows.
import { inventoryReview } from '../assets/inventory-review';
import { uncoveredServices } from '../agreement-gaps/uncovered-services';
import type { ServiceInUse } from '../business-associate-agreements/agreement-coverage';
import { standingOn } from '../business-associate-agreements/state-on-date';
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import type { RecordsBeside } from '../safeguards/contradictions';
import { safeguardsReview, type SafeguardsReview } from '../safeguards/safeguards-review';
import type { Dossier } from './dossier.document';

type Rules = Pick<Catalogs, 'securityRule' | 'safeguardQuestions' | 'agreementProvisions' | 'assetInventory'>;

/** The part of a dossier that is looked at. */
export interface ReviewedFacts extends Pick<
  Dossier,
  | 'practice'
  | 'safeguards'
  | 'evidence'
  | 'agreements'
  | 'dataFlows'
  | 'locations'
  | 'assets'
  | 'assetConnections'
> {
  services: readonly (ServiceInUse & { vendor: string })[];
}

export function reviewSafeguards(
  dossier: ReviewedFacts,
  asOf: CalendarDate,
  catalogs: Rules,
): SafeguardsReview {
  const { securityRule, safeguardQuestions } = catalogs;
  return safeguardsReview(
    {
      asOf,
      practice: dossier.practice,
      safeguards: dossier.safeguards ?? [],
      evidence: dossier.evidence ?? [],
      beside: recordsBeside(dossier, asOf, catalogs),
    },
    {
      families: securityRule.families,
      entries: securityRule.entries,
      currentMonths: safeguardQuestions.currentMonths,
    },
  );
}

/** A promise is missing where a reader of an agreement in force did not find it, or found it taken back by another term. */
function recordsBeside(
  dossier: ReviewedFacts,
  asOf: CalendarDate,
  { securityRule, agreementProvisions, assetInventory }: Rules,
): RecordsBeside {
  const promises = new Set(securityRule.entries.flatMap((entry) => entry.promises ?? []));
  const missingPromises = (dossier.agreements ?? [])
    .filter(({ kind }) => kind === 'business_associate_agreement')
    .flatMap((agreement) => {
      const { terms } = standingOn(agreement, asOf, agreementProvisions.expiringWithinDays);
      return [...(terms?.verdicts ?? [])].flatMap(([provision, { verdict }]) =>
        promises.has(provision) && (verdict === 'missing' || verdict === 'contradicted')
          ? [{ agreement: agreement.key, provision }]
          : [],
      );
    });
  const { entries: inventory } = inventoryReview(dossier, asOf, assetInventory);
  return { withoutAgreement: uncoveredServices(dossier, asOf), missingPromises, inventory };
}
