// A SOC 2 report beside all that the dossier knows of its vendor: what it counts as, what is still to be read, its red flags. For the
// API and for the report document alike.
import { bridgeStanding } from '../../assessments/scoring/bridge-letters';
import { notRead, whyItEarnsNothing } from '../../assessments/scoring/report-standing';
import type { ScoringModel } from '../../assessments/scoring/scoring-model';
import type { CalendarDate } from '../../common/calendar-date';
import { redFlagsOf, type RedFlag, type ScopedService } from '../../soc2-reports/red-flags';
import { entityFinding, type EntityFinding } from '../../soc2-reports/reported-entity';
import type { CountsAs, Soc2Knowledge } from '../../soc2-reports/soc2-knowledge';
import type { Dossier, DossierService } from '../dossier.document';

export interface ReviewOfReport {
  asOf: CalendarDate;
  key: string;
  document: { name: string; countsAs: CountsAs; meaning: string };
  opinion: { meaning: string; judgement: string; basis: string };
  /** whether the entity reported on is the vendor that signs */
  entity: EntityFinding;
  /** for each service in its scope, why the report earns nothing there whatever the date; null where it can earn */
  services: { key: string; earnsNothingBecause: string | null }[];
  /** what nobody has recorded yet and has to be, before the report earns credit */
  stillToRead: string[];
  redFlags: RedFlag[];
  /** until when bridge letters carry a report that is past its months, and why they carry it no further; absent in older documents */
  bridge?: { carriedUntil: CalendarDate | null; notCarriedBecause: string[] };
}

/** Null when the dossier holds no report with the key, or not its vendor. */
export function reviewOfReport(
  dossier: Dossier,
  key: string,
  asOf: CalendarDate,
  model: ScoringModel,
): ReviewOfReport | null {
  const reports = dossier.soc2Reports ?? [];
  const report = reports.find((one) => one.key === key);
  const vendor = dossier.vendors.find((one) => one.key === report?.vendor);
  if (!report || !vendor) return null;
  const knowledge: Soc2Knowledge = model.soc2;
  const services = dossier.services.filter(
    (one) => one.vendor === vendor.key && report.services.includes(one.key),
  );
  const { meaning, judgement, basis } = entryOf(
    knowledge.opinions.find(({ opinion }) => opinion === report.opinion),
  );
  const kind = entryOf(knowledge.kinds.find((one) => one.kind === report.kind));
  const entity = entityFinding(report.reportedEntity, report.entityExplanation, vendor.name);
  return {
    asOf,
    key,
    document: { name: kind.name, countsAs: kind.countsAs, meaning: kind.meaning },
    opinion: { meaning, judgement, basis },
    entity,
    services: services.map((service) => ({
      key: service.key,
      earnsNothingBecause: whyItEarnsNothing(report, entity, service, knowledge)?.because ?? null,
    })),
    stillToRead: notRead(
      report,
      services.some(({ usesAi }) => usesAi),
      knowledge.kinds,
    ),
    redFlags: redFlagsOf(
      {
        asOf,
        report,
        vendorName: vendor.name,
        services: services.map((service) => scopedService(service)),
        others: reports.filter((one) => one.vendor === vendor.key && one.key !== key),
        ages: model.ages.soc2,
      },
      knowledge,
    ),
    bridge: bridgeStanding(report, asOf, model),
  };
}

/** The catalog has an entry for every word (checked when it is read). */
function entryOf<T>(entry: T | undefined): T {
  if (!entry) throw new Error('catalogs/soc2.yaml lacks an entry');
  return entry;
}

function scopedService({ key, usesAi, modelProviders, subcontractors }: DossierService): ScopedService {
  return {
    key,
    usesAi,
    companiesBehind: [...(modelProviders ?? []), ...(subcontractors ?? [])].map(({ name }) => name),
  };
}
