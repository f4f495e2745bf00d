// Records refer to each other by key: every key must be there, and lead to a record that fits.
import { nearestWord } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { Dossier } from '../dossier.document';
import { eachOf, fault, type CoherenceRule } from './rule';

const vendorsExist: CoherenceRule = (dossier) => {
  const vendors = dossier.vendors.map(({ key }) => key);
  return (['services', 'agreements', 'soc2Reports', 'financialStandings', 'vendorReviews'] as const).flatMap(
    (kind) =>
      eachOf<{ vendor: string }>(dossier[kind], ({ vendor }, index) => [
        !vendors.includes(vendor) && unknown('vendor', vendor, vendors, kind, index, 'vendor'),
      ]),
  );
};

const SERVICE_LISTS = [
  'dataFlows',
  'checklists',
  'practiceMeasures',
  'adjustments',
  'modelCards',
  'clinicalValidations',
  'serviceLevels',
  'exitTerms',
  'biasAudits',
  'logReviews',
  'disputedDecisions',
  'performanceMeasurements',
  'exitPlans',
] as const;

const servicesExist: CoherenceRule = (dossier) => {
  const services = dossier.services.map(({ key }) => key);
  return SERVICE_LISTS.flatMap((kind) =>
    eachOf<{ service?: string | null }>(dossier[kind], ({ service }, index) => [
      service != null &&
        !services.includes(service) &&
        unknown('service', service, services, kind, index, 'service'),
    ]),
  );
};

/** What an agreement covers or a report examines are services of the vendor that signed or was examined. */
const coveredServicesAreTheVendors: CoherenceRule = (dossier) => {
  const vendorOf = new Map(dossier.services.map(({ key, vendor }) => [key, vendor]));
  return (['agreements', 'soc2Reports', 'attestations'] as const).flatMap((kind) =>
    eachOf<{ vendor: string; services: string[] }>(dossier[kind], ({ vendor, services }, index) =>
      services.map((service, position) => {
        const offeredBy = vendorOf.get(service);
        if (offeredBy === vendor) return null;
        if (!offeredBy)
          return unknown('service', service, [...vendorOf.keys()], kind, index, 'services', position);
        const detail = `is a service of vendor "${offeredBy}", not of "${vendor}"; name only this vendor's services`;
        return fault('service-of-another-vendor', detail, kind, index, 'services', position);
      }),
    ),
  );
};

/** An adjustment names a threat of the model: of a service where it names one, of the practice's own register where it does not. */
const threatsExist: CoherenceRule = ({ adjustments }, { knownThreats }) =>
  eachOf(knownThreats ? adjustments : [], ({ threat, service }, index) => {
    const scope = knownThreats?.find(({ id }) => id === threat)?.scope;
    if (!scope) {
      const detail = 'is not a threat of the scoring model; see docs/scoring.md';
      return [fault('unknown-threat', detail, 'adjustments', index, 'threat')];
    }
    if (scope === 'practice' && service != null) {
      const detail = `is not for ${threat}, a threat of the practice's own register; leave the service out`;
      return [fault('threat-of-the-practice', detail, 'adjustments', index, 'service')];
    }
    if (scope === 'service' && service == null) {
      const detail = `is missing: ${threat} is a threat of a service; name it by its key`;
      return [fault('service-missing', detail, 'adjustments', index, 'service')];
    }
    return [];
  });

/** Both ends of a flow must lead somewhere: a flow to nowhere would be a risk that nobody sees. */
const flowEndsExist: CoherenceRule = (dossier) =>
  eachOf(dossier.dataFlows, (flow, index) =>
    (['from', 'to'] as const).map((end) => {
      const { party, subcontractor } = flow[end];
      const place = ['dataFlows', index, end, 'subcontractor'] as const;
      if (party !== 'subcontractor') {
        if (!subcontractor) return null;
        const detail = `is only for the party "subcontractor"; change the party or take the key out`;
        return fault('subcontractor-not-expected', detail, ...place);
      }
      const known = subcontractorsOf(dossier, flow.service);
      if (!subcontractor)
        return fault('subcontractor-missing', 'name the subcontractor by its key', ...place);
      return known && !known.includes(subcontractor) && unknownSubcontractor(subcontractor, known, ...place);
    }),
  );

const flowsGoSomewhere: CoherenceRule = ({ dataFlows }) =>
  eachOf(dataFlows, ({ from, to }, index) => [
    from.party === to.party &&
      (from.subcontractor ?? null) === (to.subcontractor ?? null) &&
      fault(
        'flow-to-itself',
        'is where the flow comes from; a flow has two different ends',
        'dataFlows',
        index,
        'to',
      ),
  ]);

/** Undefined when the service itself is unknown, which is told of elsewhere. */
function subcontractorsOf({ services }: Dossier, service: string): string[] | undefined {
  const owner = services.find(({ key }) => key === service);
  return owner && (owner.subcontractors ?? []).map(({ key }) => key);
}

function unknownSubcontractor(key: string, known: readonly string[], ...steps: (string | number)[]): Fault {
  const detail = `is not a subcontractor of this flow's service${suggestion(key, known)}; add it there or correct the key`;
  return fault('unknown-subcontractor', detail, ...steps);
}

function unknown(
  kind: 'vendor' | 'service',
  key: string,
  known: readonly string[],
  ...steps: (string | number)[]
): Fault {
  return fault(
    `unknown-${kind}`,
    `no ${kind} has this key${suggestion(key, known)}; add it or correct the key`,
    ...steps,
  );
}

function suggestion(key: string, known: readonly string[]): string {
  const meant = nearestWord(key, known);
  return meant ? ` (did you mean "${meant}"?)` : '';
}

export const REFERENCE_RULES: readonly CoherenceRule[] = [
  vendorsExist,
  servicesExist,
  coveredServicesAreTheVendors,
  threatsExist,
  flowEndsExist,
  flowsGoSomewhere,
];
