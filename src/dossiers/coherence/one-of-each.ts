// What may stand once only: keys within their kind, one checklist a service, one answer an item.
import { pointerTo } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { FaultCode } from '../../common/problems/fault-codes';
import { repeatsIn, type CoherenceRule } from './rule';

const KINDS = [
  'vendors',
  'services',
  'agreements',
  'soc2Reports',
  'attestations',
  'dataFlows',
  'checklists',
  'practiceMeasures',
  'adjustments',
  'evidence',
  'modelCards',
  'clinicalValidations',
  'financialStandings',
  'serviceLevels',
  'exitTerms',
  'safeguards',
  'questionnaires',
  'incidents',
  'consentForms',
  'staffMembers',
  'policies',
  'policyVersions',
  'policyAcknowledgements',
  'training',
  'locations',
  'assets',
  'assetConnections',
  'riskAcceptances',
  'findings',
  'practiceDecisions',
  'biasAudits',
  'logReviews',
  'disputedDecisions',
  'performanceMeasurements',
  'vendorReviews',
  'exitPlans',
] as const;

const oneRecordPerKey: CoherenceRule = (dossier) =>
  KINDS.flatMap((kind) =>
    repeatsIn((dossier[kind] ?? []).map(({ key }) => key)).map(([index, first]) =>
      repeated(
        `/${kind}/${index}/key`,
        'duplicate-key',
        `is already the key of /${kind}/${first}; give each its own`,
      ),
    ),
  );

const oneSubcontractorPerKey: CoherenceRule = ({ services }) =>
  services.flatMap(({ subcontractors }, service) =>
    repeatsIn((subcontractors ?? []).map(({ key }) => key)).map(([index, first]) => {
      const place = `/services/${service}/subcontractors`;
      return repeated(
        `${place}/${index}/key`,
        'duplicate-key',
        `is already the key of ${place}/${first}; give each its own`,
      );
    }),
  );

const oneRecordPerService: CoherenceRule = (dossier) =>
  (['checklists', 'practiceMeasures', 'exitTerms', 'exitPlans'] as const).flatMap((kind) =>
    repeatsIn((dossier[kind] ?? []).map(({ service }) => service)).map(([index, first]) =>
      repeated(
        `/${kind}/${index}/service`,
        'second-for-service',
        `already has /${kind}/${first}; keep one a service`,
      ),
    ),
  );

const oneAnswerPerItem: CoherenceRule = ({ checklists }) =>
  (checklists ?? []).flatMap(({ answers }, checklist) =>
    repeatsIn(answers.map(({ item }) => item)).map(([index, first]) =>
      repeated(
        pointerTo('/checklists', checklist, 'answers', index, 'item'),
        'answered-twice',
        `is already answered at answers/${first}; keep the answer that counts now`,
      ),
    ),
  );

const oneConsentPerKind: CoherenceRule = ({ practiceMeasures }) =>
  (practiceMeasures ?? []).flatMap(({ consents }, measures) =>
    repeatsIn((consents ?? []).map(({ kind }) => kind)).map(([index, first]) =>
      repeated(
        pointerTo('/practiceMeasures', measures, 'consents', index, 'kind'),
        'second-of-kind',
        `already stands at consents/${first}; keep the form in use now`,
      ),
    ),
  );

const oneVerdictPerProvision: CoherenceRule = ({ agreements }) =>
  (agreements ?? []).flatMap(({ provisions }, agreement) =>
    repeatsIn((provisions ?? []).map(({ provision }) => provision)).map(([index, first]) =>
      repeated(
        pointerTo('/agreements', agreement, 'provisions', index, 'provision'),
        'read-twice',
        `already has a verdict at provisions/${first}; keep one`,
      ),
    ),
  );

/** Two adjustments of one figure would make the result hang on their order. One that was withdrawn stays on record beside the one that stands. */
const oneAdjustmentPerFigure: CoherenceRule = ({ adjustments }) =>
  repeatsIn(
    (adjustments ?? []).map(({ key, service, threat, target, withdrawal }) =>
      withdrawal ? `withdrawn ${key}` : `${service} ${threat} ${target}`,
    ),
  ).map(([index, first]) =>
    repeated(
      `/adjustments/${index}/target`,
      'adjusted-twice',
      `is already set by /adjustments/${first} for this service and threat; keep one, or withdraw the other`,
    ),
  );

function repeated(pointer: string, code: FaultCode, detail: string): Fault {
  return { pointer, code, detail };
}

export const ONE_OF_EACH_RULES: readonly CoherenceRule[] = [
  oneRecordPerKey,
  oneSubcontractorPerKey,
  oneRecordPerService,
  oneAnswerPerItem,
  oneConsentPerKind,
  oneVerdictPerProvision,
  oneAdjustmentPerFigure,
];
