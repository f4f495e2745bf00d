// From the dossier to what the engine gets: one ServiceFacts per service, in one pass over each kind of record.
import type { ServiceFacts, Keyed } from '../assessments/scoring/service-facts';
import { servicesEverNamed } from '../business-associate-agreements/agreement-coverage';
import type { CalendarDate } from '../common/calendar-date';
import { countingAnswers } from '../questionnaires/records/counting-answers';
import { canonicalDossier } from './canonical-dossier';
import type { Dossier } from './dossier.document';
import { incidentsOnRecord } from './incidents-on-record';
import { withoutQuestions } from './without-questions';

/**
 * The facts of every service, sorted by the service's key. The order of anything in the dossier changes nothing, and null is the
 * same as absent. An agreement or report of another vendor than the service's does not cover it and is left out. The dossier is
 * expected to be coherent (dossier-coherence.ts); a record of an unknown service or vendor is left out.
 */
export function gatherServiceFacts(dossier: Dossier, asOf: CalendarDate): ServiceFacts[] {
  // documents are named by the records that rest on them; scoring does not open them
  const { practice: profile, ...records } = canonicalDossier({
    ...withoutQuestions(dossier),
    evidence: null,
  });
  const { key: _key, ...practice } = profile;
  const vendors = new Map(records.vendors.map((vendor) => [vendor.key, vendor]));
  const flows = byService(records.dataFlows);
  const checklists = byService(records.checklists);
  const measures = byService(records.practiceMeasures);
  const adjustments = byService(records.adjustments);
  const modelCards = byService(records.modelCards);
  const validations = byService(records.clinicalValidations);
  const serviceLevels = byService(records.serviceLevels);
  const exitTerms = byService(records.exitTerms);
  const standings = newestStandings(records.financialStandings, asOf);
  const questionnaires = questionnairesByService(records.questionnaires);
  const practiceAnswers = countingAnswers(records.questionnaires ?? [], null);
  const agreements = byCoveredService(records.agreements, servicesEverNamed);
  const reports = byCoveredService(records.soc2Reports);
  const attestations = byCoveredService(records.attestations);
  const incidents = incidentsByVendor(records.incidents);
  return records.services.flatMap(({ vendor: vendorKey, ...service }) => {
    const vendor = vendors.get(vendorKey);
    if (!vendor) return [];
    const place = placeOf(vendorKey, service.key);
    return [
      {
        asOf,
        practice,
        vendor,
        service,
        agreements: agreements.get(place) ?? [],
        soc2Reports: reports.get(place) ?? [],
        attestations: attestations.get(place) ?? [],
        dataFlows: flows.get(service.key) ?? [],
        checklistAnswers: (checklists.get(service.key) ?? []).flatMap(({ answers }) => answers),
        answers: countingAnswers(questionnaires.get(service.key) ?? [], service.key),
        practiceAnswers,
        practiceMeasures: measures.get(service.key)?.[0] ?? null,
        adjustments: adjustments.get(service.key) ?? [],
        modelCards: modelCards.get(service.key) ?? [],
        clinicalValidations: validations.get(service.key) ?? [],
        financialStanding: standings.get(vendorKey) ?? null,
        serviceLevels: serviceLevels.get(service.key) ?? [],
        exitTerms: exitTerms.get(service.key)?.[0] ?? null,
        incidents: concerning(incidents, vendorKey, service.key),
      },
    ];
  });
}

/** The records of each service, without the key of the service. What is about the practice itself is left out. */
function byService<T extends { service?: string | null }>(
  records: T[] | null | undefined,
): Map<string, Omit<T, 'service'>[]> {
  const found = new Map<string, Omit<T, 'service'>[]>();
  for (const { service, ...record } of records ?? []) if (service != null) add(found, service, record);
  return found;
}

function questionnairesByService(
  questionnaires: Dossier['questionnaires'],
): Map<string, NonNullable<Dossier['questionnaires']>> {
  const found = new Map<string, NonNullable<Dossier['questionnaires']>>();
  for (const one of questionnaires ?? []) if (one.service) add(found, one.service, one);
  return found;
}

/** The records that cover each service of their own vendor, without the key of the vendor. */
function byCoveredService<T extends { key: string; vendor: string; services: string[] }>(
  records: T[] | null | undefined,
  servicesOf: (record: T) => readonly string[] = ({ services }) => services,
): Map<string, Keyed<Omit<T, 'vendor'>>[]> {
  const found = new Map<string, Keyed<Omit<T, 'vendor'>>[]>();
  for (const whole of records ?? []) {
    const { vendor, ...record } = whole;
    for (const service of servicesOf(whole)) add(found, placeOf(vendor, service), record);
  }
  return found;
}

/** Of each vendor the newest standing that is not of after `asOf`; the records come sorted by key, and the later of one day stays. */
function newestStandings(
  standings: Dossier['financialStandings'],
  asOf: CalendarDate,
): Map<string, NonNullable<ServiceFacts['financialStanding']>> {
  const newest = new Map<string, NonNullable<ServiceFacts['financialStanding']>>();
  for (const { vendor, ...standing } of standings ?? []) {
    const known = newest.get(vendor);
    if (standing.asOf <= asOf && (!known || standing.asOf >= known.asOf)) newest.set(vendor, standing);
  }
  return newest;
}

/** By vendor, in the order of their numbers. */
function incidentsByVendor(
  incidents: Dossier['incidents'],
): Map<string, (ServiceFacts['incidents'][number] & { services: readonly string[] })[]> {
  const found: ReturnType<typeof incidentsByVendor> = new Map();
  for (const { vendor, services, onRecord } of incidentsOnRecord(incidents))
    if (vendor != null) add(found, vendor, { ...onRecord, services });
  return found;
}

/** Those with the vendor; one that names other services alone raises nothing of this one. */
function concerning(
  incidents: ReturnType<typeof incidentsByVendor>,
  vendor: string,
  service: string,
): ServiceFacts['incidents'] {
  return (incidents.get(vendor) ?? []).map(({ services, ...incident }) => ({
    ...incident,
    raises: services.length === 0 || services.includes(service),
  }));
}

function add<T>(found: Map<string, T[]>, place: string, record: T): void {
  const list = found.get(place);
  if (list) list.push(record);
  else found.set(place, [record]);
}

/** Keys hold no blank, so the pair is unambiguous. */
function placeOf(vendor: string, service: string): string {
  return `${vendor} ${service}`;
}
