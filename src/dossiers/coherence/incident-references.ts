// What an incident names must be there and be named once: vendor, services, evidence, states, factors, notices. Clients are counted, and the counts add up.
import type { IncidentFields } from '../../incidents/incident.fields';
import type { Dossier } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

const incidentsLeadSomewhere: CoherenceRule = ({ incidents, vendors, services }) => {
  const vendorOf = new Map(services.map(({ key, vendor }) => [key, vendor]));
  return eachOf(incidents, ({ vendor, services: named }, index) => [
    vendor &&
      !vendors.some(({ key }) => key === vendor) &&
      fault(
        'unknown-vendor',
        'no vendor has this key; add it or correct the key',
        ...['incidents', index, 'vendor'],
      ),
    ...named.map((service, place) => {
      const at = ['incidents', index, 'services', place] as const;
      const offeredBy = vendorOf.get(service);
      if (!offeredBy)
        return fault('unknown-service', 'no service has this key; add it or correct the key', ...at);
      if (!vendor || offeredBy === vendor) return null;
      const detail = `is a service of vendor "${offeredBy}", not of "${vendor}"; name only this vendor's services`;
      return fault('service-of-another-vendor', detail, ...at);
    }),
  ]);
};

const OF_VENDOR = ['vendorDiscoveredOn', 'vendorToldOn', 'vendorIsAgent'] as const;

const vendorIsNamed: CoherenceRule = ({ incidents }) =>
  eachOf(incidents, (incident, index) => {
    const said = OF_VENDOR.filter((field) => incident[field]);
    const detail = `is missing: ${said.join(', ')} speak of a vendor; name it by its key`;
    return [
      !incident.vendor &&
        said.length > 0 &&
        fault('vendor-missing', detail, ...['incidents', index, 'vendor']),
    ];
  });

const incidentEvidenceIsOnFile: CoherenceRule = (dossier: Dossier) => {
  const known = new Set((dossier.evidence ?? []).map(({ key }) => key));
  const missing = (key: string | null | undefined, ...place: (string | number)[]) =>
    key && !known.has(key) && fault('unknown-evidence', 'is no evidence on file', ...place);
  return eachOf(dossier.incidents, ({ evidenceKeys, notices }, index) => [
    ...(evidenceKeys ?? []).map((key, place) => missing(key, 'incidents', index, 'evidenceKeys', place)),
    ...(notices ?? []).map(({ evidenceKey }, place) =>
      missing(evidenceKey, 'incidents', index, 'notices', place, 'evidenceKey'),
    ),
  ]);
};

const countsAddUp: CoherenceRule = ({ incidents }) =>
  eachOf(incidents, ({ affectedIndividuals, affectedByState }, index) => {
    const counted = (affectedByState ?? []).reduce((sum, { individuals }) => sum + individuals, 0);
    const all = affectedIndividuals ?? null;
    const detail = `counts ${counted} people by state, more than the ${all} of affectedIndividuals; correct one of the two`;
    return [
      ...twice(
        'counted-twice',
        (affectedByState ?? []).map(({ state }) => state),
        ['incidents', index, 'affectedByState', 'state'],
      ),
      all !== null &&
        counted > all &&
        fault('counted-too-many', detail, ...['incidents', index, 'affectedByState']),
    ];
  });

const judgedAndNoticedOnce: CoherenceRule = ({ incidents }) =>
  eachOf(incidents, ({ factors, notices }, index) => [
    ...twice(
      'judged-twice',
      (factors ?? []).map(({ factor }) => factor),
      ['incidents', index, 'factors', 'factor'],
    ),
    ...twice(
      'noticed-twice',
      (notices ?? []).map(({ recipient, state }) => `${recipient} ${state ?? ''}`),
      ['incidents', index, 'notices', 'recipient'],
    ),
    ...(notices ?? []).flatMap((notice, place) => unfit(notice, ['incidents', index, 'notices', place])),
  ]);

type Notice = NonNullable<IncidentFields['notices']>[number];

function unfit({ recipient, state, notNeededBecause }: Notice, at: (string | number)[]) {
  return [
    state &&
      (recipient === 'individuals' || recipient === 'hhs') &&
      fault(
        'state-not-expected',
        'is only for a notice to a state or to its media; leave it out',
        ...at,
        'state',
      ),
    notNeededBecause &&
      recipient !== 'state' &&
      fault(
        'reason-not-expected',
        'is only for the law of a state; why no notice is owed under HIPAA follows from the facts',
        ...[...at, 'notNeededBecause'],
      ),
  ];
}

/** @param place list and field of the value that stands twice: the index of the entry goes between them */
function twice(
  code: 'counted-twice' | 'judged-twice' | 'noticed-twice',
  values: readonly string[],
  place: readonly [string, number, string, string],
) {
  const [list, index, entries, field] = place;
  return repeatsIn(values).map(([entry, first]) =>
    fault(
      code,
      `is there already, as entry ${first + 1} of ${entries}; keep one`,
      ...[list, index, entries, entry, field],
    ),
  );
}

export const INCIDENT_REFERENCE_RULES: readonly CoherenceRule[] = [
  incidentsLeadSomewhere,
  vendorIsNamed,
  incidentEvidenceIsOnFile,
  countsAddUp,
  judgedAndNoticedOnce,
];
