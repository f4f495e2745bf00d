// What an agreement names must be there and fit: services, plans and flows that it covers, its amendments, the agreement that took
// its place.
import { startOf } from '../../business-associate-agreements/agreement-editions';
import { servicesEverNamed } from '../../business-associate-agreements/agreement-coverage';
import type { CoverageLimitFields } from '../../business-associate-agreements/coverage-limit.fields';
import type { Fault } from '../../common/problems/domain.error';
import type { Dossier, DossierAgreement } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

type Place = readonly (string | number)[];

/** Each list that an agreement or an amendment holds once per thing: verdicts, limits, amendments. */
const eachOnce: CoherenceRule = ({ agreements }) =>
  eachOf(agreements, (agreement, index) => {
    const at: Place = ['agreements', index];
    const amendments = agreement.amendments ?? [];
    return [
      ...repeatsIn(amendments.map(({ key }) => key)).map(([place, first]) =>
        fault(
          'duplicate-key',
          `is already the key of amendments/${first}; give each its own`,
          ...at,
          'amendments',
          place,
          'key',
        ),
      ),
      ...limitsOnce(agreement.coverageLimits, at),
      ...amendments.flatMap(({ coverageLimits, provisions }, place) => [
        ...limitsOnce(coverageLimits, [...at, 'amendments', place]),
        ...repeatsIn((provisions ?? []).map(({ provision }) => provision)).map(([entry, first]) =>
          fault(
            'read-twice',
            `already has a verdict at provisions/${first}; keep one`,
            ...at,
            'amendments',
            place,
            'provisions',
            entry,
            'provision',
          ),
        ),
      ]),
    ];
  });

function limitsOnce(limits: readonly CoverageLimitFields[] | null | undefined, at: Place): Fault[] {
  return repeatsIn((limits ?? []).map(({ service }) => service)).map(([place, first]) =>
    fault(
      'second-for-service',
      `already has its limits at coverageLimits/${first}; keep one a service`,
      ...at,
      'coverageLimits',
      place,
      'service',
    ),
  );
}

/** A limit names a service that the agreement names, plans and flows of that service, and leaves something covered. */
const limitsLeadSomewhere: CoherenceRule = (dossier) => {
  const known = whatServicesHave(dossier);
  return eachOf(dossier.agreements, (agreement, index) => {
    const named = servicesEverNamed(agreement);
    const at: Place = ['agreements', index];
    return [
      ...limitFaults(agreement.coverageLimits, named, known, at),
      ...(agreement.amendments ?? []).flatMap(({ coverageLimits }, place) =>
        limitFaults(coverageLimits, named, known, [...at, 'amendments', place]),
      ),
    ];
  });
};

interface OfService {
  plans: readonly string[];
  flows: readonly string[];
}

function whatServicesHave({ services, dataFlows }: Dossier): ReadonlyMap<string, OfService> {
  const flowsOf = new Map<string, string[]>();
  for (const { key, service } of dataFlows ?? [])
    flowsOf.set(service, [...(flowsOf.get(service) ?? []), key]);
  return new Map(
    services.map(({ key, plans }) => [
      key,
      { plans: (plans ?? []).map((plan) => plan.key), flows: flowsOf.get(key) ?? [] },
    ]),
  );
}

function limitFaults(
  limits: readonly CoverageLimitFields[] | null | undefined,
  named: readonly string[],
  known: ReadonlyMap<string, OfService>,
  at: Place,
): Fault[] {
  return (limits ?? []).flatMap(({ service, plans, flows }, limit) => {
    const place = [...at, 'coverageLimits', limit];
    if (!named.includes(service))
      return [
        fault(
          'service-not-named',
          'is not among the services of the agreement; add it there',
          ...place,
          'service',
        ),
      ];
    const has = known.get(service) ?? { plans: [], flows: [] };
    return [
      ...strangers(plans, has.plans, 'unknown-plan', 'plan', [...place, 'plans']),
      ...strangers(flows, has.flows, 'unknown-flow', 'data flow', [...place, 'flows']),
    ];
  });
}

function strangers(
  keys: readonly string[] | null | undefined,
  known: readonly string[],
  code: 'unknown-plan' | 'unknown-flow',
  noun: string,
  place: Place,
): Fault[] {
  if (keys?.length === 0)
    return [
      fault('nothing-covered', `is empty; name a ${noun}, or leave it out to cover every ${noun}`, ...place),
    ];
  return (keys ?? []).flatMap((key, index) =>
    known.includes(key) ? [] : [fault(code, `is no ${noun} of the service`, ...place, index)],
  );
}

/** What an amendment adds is a service of the vendor; what it takes away is named by the agreement. */
const amendedServicesExist: CoherenceRule = (dossier) => {
  const vendorOf = new Map(dossier.services.map(({ key, vendor }) => [key, vendor]));
  return eachOf(dossier.agreements, (agreement, index) => {
    const named = servicesEverNamed(agreement);
    return (agreement.amendments ?? []).flatMap(({ addsServices, removesServices }, place) => {
      const at: Place = ['agreements', index, 'amendments', place];
      return [
        ...(addsServices ?? []).map((service, entry) => {
          const vendor = vendorOf.get(service);
          if (vendor === agreement.vendor) return null;
          return vendor === undefined
            ? fault('unknown-service', 'is no service on record', ...at, 'addsServices', entry)
            : fault(
                'service-of-another-vendor',
                `is a service of vendor "${vendor}"; name only services of the vendor that signs`,
                ...at,
                'addsServices',
                entry,
              );
        }),
        ...(removesServices ?? []).map(
          (service, entry) =>
            !named.includes(service) &&
            fault(
              'service-not-named',
              'is not among the services of the agreement',
              ...at,
              'removesServices',
              entry,
            ),
        ),
      ];
    });
  });
};

/** The successor is another agreement of the same kind with the same vendor, in force from the day on which it takes over. */
const successorsFit: CoherenceRule = ({ agreements }) => {
  const byKey = new Map((agreements ?? []).map((agreement) => [agreement.key, agreement]));
  return eachOf(agreements, (agreement, index) => {
    const { supersededBy, supersededOn } = agreement;
    if (!supersededBy && !supersededOn) return [];
    if (!supersededBy || !supersededOn) {
      const field = supersededBy ? 'supersededOn' : 'supersededBy';
      const detail = 'is needed: which agreement took the place of this one, and from when';
      return [fault('successor-missing', detail, 'agreements', index, field)];
    }
    const successor = byKey.get(supersededBy);
    const place = ['agreements', index, 'supersededBy'] as const;
    if (!successor) return [fault('unknown-agreement', 'is no agreement on record', ...place)];
    return [
      ...unfit(agreement, successor, supersededOn).map((why) => fault('successor-unfit', why, ...place)),
    ];
  });
};

function unfit(agreement: DossierAgreement, successor: DossierAgreement, on: string): string[] {
  if (successor.key === agreement.key) return ['is this agreement itself; name the one that took its place'];
  if (successor.vendor !== agreement.vendor) return ['is an agreement with another vendor'];
  if (successor.kind !== agreement.kind) return ['is an agreement of another kind'];
  const start = startOf(successor);
  if (start === null) return ['is unsigned; an agreement holds until a signed one takes its place'];
  return start > on ? [`comes into force on ${start}, after supersededOn; correct one of the two`] : [];
}

const evidenceExists: CoherenceRule = ({ agreements, evidence }) => {
  const known = new Set((evidence ?? []).map(({ key }) => key));
  return eachOf(agreements, ({ evidenceKeys }, index) =>
    (evidenceKeys ?? []).map(
      (key, place) =>
        !known.has(key) &&
        fault('unknown-evidence', 'is no evidence on file', 'agreements', index, 'evidenceKeys', place),
    ),
  );
};

export const AGREEMENT_REFERENCE_RULES: readonly CoherenceRule[] = [
  eachOnce,
  limitsLeadSomewhere,
  amendedServicesExist,
  successorsFit,
  evidenceExists,
];
