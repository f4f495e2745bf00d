// What services and the facts about them name must be there: plans, model versions, model cards, agreements, the other side of an
// integration. What stands in a list inside a record has a key of its own, once.
import { pointerTo } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { Dossier } from '../dossier.document';
import { eachOf, fault, repeatsIn, type CoherenceRule } from './rule';

const NESTED_LISTS = ['plans', 'modelProviders', 'integrations'] as const;

const nestedKeysOnce: CoherenceRule = ({ vendors, services }) => [
  ...eachOf(vendors, ({ contacts }, index) => keysOnce(contacts, `/vendors/${index}/contacts`)),
  ...eachOf(services, (service, index) =>
    NESTED_LISTS.flatMap((list) => keysOnce(service[list], `/services/${index}/${list}`)),
  ),
];

function keysOnce(entries: readonly { key: string }[] | null | undefined, place: string): Fault[] {
  return repeatsIn((entries ?? []).map(({ key }) => key)).map(([index, first]) => ({
    pointer: pointerTo(place, index, 'key'),
    code: 'duplicate-key',
    detail: `is already the key of ${place}/${first}; give each its own`,
  }));
}

/** A vendor is judged per plan: where its plans are listed, the one that is judged is among them. */
const planInUseIsListed: CoherenceRule = ({ services }) =>
  eachOf(services, ({ plan, plans }, index) => {
    if (!plans?.length) return [];
    const keys = plans.map(({ key }) => key);
    const place = ['services', index, 'plan'] as const;
    if (!plan) return [fault('plan-missing', `say which plan is judged: ${keys.join(', ')}`, ...place)];
    return [
      !keys.includes(plan) &&
        fault('unknown-plan', `is the key of none of the plans listed: ${keys.join(', ')}`, ...place),
    ];
  });

const modelVersionsAreDescribed: CoherenceRule = ({ services, modelCards }) => {
  const described = new Set(
    (modelCards ?? []).map(({ service, model, modelVersion }) => named(service, model, modelVersion)),
  );
  return eachOf(services, ({ key, modelVersions }, index) => {
    const versions = modelVersions ?? [];
    const place = ['services', index, 'modelVersions'] as const;
    return [
      ...repeatsIn(versions.map(({ model, version }) => named(model, version))).map(([entry, first]) =>
        fault('described-twice', `already stands at modelVersions/${first}; keep one`, ...place, entry),
      ),
      ...versions.map(
        ({ model, version }, entry) =>
          !described.has(named(key, model, version)) &&
          fault(
            'unknown-model-version',
            'no model card of this service describes this version of this model; add the card or correct the two',
            ...place,
            entry,
            'version',
          ),
      ),
    ];
  });
};

const oneCardPerModelVersion: CoherenceRule = ({ modelCards }) =>
  repeatsIn(
    (modelCards ?? []).map(({ service, model, modelVersion }) => named(service, model, modelVersion)),
  ).map(([index, first]) =>
    fault(
      'described-twice',
      `is already described by /modelCards/${first}; keep one card a version`,
      'modelCards',
      index,
      'modelVersion',
    ),
  );

const validatedModelsAreDescribed: CoherenceRule = ({ clinicalValidations, modelCards }) => {
  const serviceOf = new Map((modelCards ?? []).map(({ key, service }) => [key, service]));
  return eachOf(clinicalValidations, ({ service, modelCard }, index) => [
    modelCard &&
      serviceOf.get(modelCard) !== service &&
      fault(
        'unknown-model-card',
        'no model card of this service has this key; add it or correct the key',
        'clinicalValidations',
        index,
        'modelCard',
      ),
  ]);
};

/** A promise stands in an agreement of the vendor that makes it. */
const promisesStandInTheVendorsAgreements: CoherenceRule = (dossier) => {
  const vendorOf = new Map(dossier.services.map(({ key, vendor }) => [key, vendor]));
  const vendors = new Set<string | undefined>(dossier.vendors.map(({ key }) => key));
  const signedBy = new Map((dossier.agreements ?? []).map(({ key, vendor }) => [key, vendor]));
  return (['serviceLevels', 'exitTerms'] as const).flatMap((list) =>
    eachOf<PromiseInWriting>(dossier[list], ({ service, agreement }, index) => {
      if (!agreement) return [];
      const place = [list, index, 'agreement'] as const;
      const signer = signedBy.get(agreement);
      if (!signer)
        return [fault('unknown-agreement', 'no agreement has this key; add it or correct the key', ...place)];
      const vendor = vendorOf.get(service);
      // a vendor that is not there is told of elsewhere
      if (![vendor, signer].every((key) => vendors.has(key))) return [];
      const detail = `is an agreement with vendor "${signer}", not with the vendor of this service`;
      return [signer !== vendor && fault('agreement-of-another-vendor', detail, ...place)];
    }),
  );
};

interface PromiseInWriting {
  service: string;
  agreement?: string | null;
}

const integrationsLeadSomewhere: CoherenceRule = ({ services }: Dossier) => {
  const keys = new Set(services.map(({ key }) => key));
  return eachOf(services, ({ key, integrations }, index) =>
    (integrations ?? []).map(({ service }, entry) => {
      const place = ['services', index, 'integrations', entry, 'service'] as const;
      if (!service) return null;
      if (service === key)
        return fault('integration-with-itself', 'is this service itself; name the other', ...place);
      return (
        !keys.has(service) &&
        fault('unknown-service', 'no service has this key; add it or leave the key out', ...place)
      );
    }),
  );
};

/** One text for several names. A line break between them cannot make two pairs look alike: each name is quoted. */
function named(...names: string[]): string {
  return JSON.stringify(names);
}

export const VENDOR_REFERENCE_RULES: readonly CoherenceRule[] = [
  nestedKeysOnce,
  planInUseIsListed,
  modelVersionsAreDescribed,
  oneCardPerModelVersion,
  validatedModelsAreDescribed,
  promisesStandInTheVendorsAgreements,
  integrationsLeadSomewhere,
];
