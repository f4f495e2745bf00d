// What the registers of living with AI name must be there: services of the vendor, service levels of the service, incidents, evidence. And the same thing stands on record once.
import type { Dossier } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

const reviewedServicesAreTheVendors: CoherenceRule = ({ vendorReviews, services }) => {
  const vendorOf = new Map(services.map(({ key, vendor }) => [key, vendor]));
  return eachOf(vendorReviews, ({ vendor, services: named }, index) =>
    named.map((service, place) => {
      const offeredBy = vendorOf.get(service);
      const at = ['vendorReviews', index, 'services', place] as const;
      if (!offeredBy)
        return fault('unknown-service', 'no service has this key; add it or correct the key', ...at);
      const detail = `is a service of vendor "${offeredBy}", not of "${vendor}"; name only this vendor's services`;
      return offeredBy !== vendor && fault('service-of-another-vendor', detail, ...at);
    }),
  );
};

const levelsAreOfTheService: CoherenceRule = ({ performanceMeasurements, serviceLevels }) => {
  const serviceOf = new Map((serviceLevels ?? []).map(({ key, service }) => [key, service]));
  return eachOf(performanceMeasurements, ({ service, serviceLevel }, index) => [
    serviceLevel &&
      serviceOf.get(serviceLevel) !== service &&
      fault(
        'unknown-level',
        'no service level of this service has this key; add it or correct the key',
        ...['performanceMeasurements', index, 'serviceLevel'],
      ),
  ]);
};

const reviewsLeadToIncidents: CoherenceRule = ({ logReviews, incidents }) => {
  const known = new Set((incidents ?? []).map(({ key }) => key));
  return eachOf(logReviews, ({ incident }, index) => [
    incident &&
      !known.has(incident) &&
      fault(
        'unknown-incident',
        'no incident has this key; add it or correct the key',
        ...['logReviews', index, 'incident'],
      ),
  ]);
};

const SHOWN_LISTS = [
  'biasAudits',
  'logReviews',
  'disputedDecisions',
  'performanceMeasurements',
  'vendorReviews',
] as const;

const oversightEvidenceIsOnFile: CoherenceRule = (dossier) => {
  const onFile = new Set((dossier.evidence ?? []).map(({ key }) => key));
  const missing = (key: string | null | undefined, ...at: (string | number)[]) =>
    key &&
    !onFile.has(key) &&
    fault('unknown-evidence', 'no evidence on file has this key; add it or correct the key', ...at);
  return [
    ...SHOWN_LISTS.flatMap((list) =>
      eachOf<{ evidenceKeys?: string[] | null }>(dossier[list], ({ evidenceKeys }, index) =>
        (evidenceKeys ?? []).map((key, place) => missing(key, list, index, 'evidenceKeys', place)),
      ),
    ),
    ...eachOf(dossier.exitPlans, ({ trials, certificateEvidence }, index) => [
      ...(trials ?? []).map(({ evidence }, place) =>
        missing(evidence, 'exitPlans', index, 'trials', place, 'evidence'),
      ),
      missing(certificateEvidence, 'exitPlans', index, 'certificateEvidence'),
    ]),
  ];
};

/** By list: what makes two records the same thing, and the field that tells it. */
const SAME: readonly { field: string; of: (dossier: Dossier) => [string, string[]] }[] = [
  {
    field: 'periodEnd',
    of: ({ biasAudits }) => [
      'biasAudits',
      (biasAudits ?? []).map((one) =>
        same(one.service, one.output, one.measure, one.periodStart, one.periodEnd),
      ),
    ],
  },
  {
    field: 'periodEnd',
    of: ({ logReviews }) => [
      'logReviews',
      (logReviews ?? []).map((one) => same(one.service, one.log, one.periodStart, one.periodEnd)),
    ],
  },
  {
    field: 'reference',
    of: ({ disputedDecisions }) => [
      'disputedDecisions',
      (disputedDecisions ?? []).map(({ reference }) => reference.trim().toLowerCase()),
    ],
  },
  {
    field: 'periodEnd',
    of: ({ performanceMeasurements }) => [
      'performanceMeasurements',
      (performanceMeasurements ?? []).map((one) =>
        same(
          one.service,
          one.figure,
          one.scope,
          one.measuredBy,
          one.group ?? '',
          one.periodStart,
          one.periodEnd,
        ),
      ),
    ],
  },
  {
    field: 'doneOn',
    of: ({ vendorReviews }) => [
      'vendorReviews',
      (vendorReviews ?? []).map((one) =>
        same(one.vendor, one.kind, one.doneOn, [...one.services].sort().join(' ')),
      ),
    ],
  },
];

const recordedOnce: CoherenceRule = (dossier) =>
  SAME.flatMap(({ field, of }) => {
    const [list, words] = of(dossier);
    return repeatsIn(words).map(([index, first]) =>
      fault(
        'recorded-twice',
        `stands on record already in /${list}/${first}; change that one`,
        list,
        index,
        field,
      ),
    );
  });

function same(...parts: string[]): string {
  return parts.join('\n');
}

export const OVERSIGHT_REFERENCE_RULES: readonly CoherenceRule[] = [
  reviewedServicesAreTheVendors,
  levelsAreOfTheService,
  reviewsLeadToIncidents,
  oversightEvidenceIsOnFile,
  recordedOnce,
];
