// Facts about vendors that contradict themselves: numbers that their unit does not have, models of a service without AI, exceptions
// to business-associate status that the flow itself refutes.
import type { ExceptionGround } from '../../data-flows/exception-grounds';
import { largestIn, unitsOf } from '../../service-levels/units-of-measures';
import type { DossierDataFlow } from '../dossier.document';
import { eachOf, fault, type CoherenceRule } from './rule';

const promisesFitTheirUnits: CoherenceRule = ({ serviceLevels }) =>
  eachOf(serviceLevels, ({ measure, promised, unit }, index) => {
    const units = unitsOf(measure);
    const largest = largestIn(unit);
    return [
      !units.includes(unit) &&
        fault(
          'unit-not-expected',
          `does not measure ${measure}; give it in ${units.join(', ')}`,
          'serviceLevels',
          index,
          'unit',
        ),
      largest !== null &&
        promised > largest &&
        fault('number-out-of-unit', `must be at most ${largest} ${unit}`, 'serviceLevels', index, 'promised'),
    ];
  });

/** Marked as without AI, a service would escape every question about its models. */
const modelsMeanAi: CoherenceRule = ({ services, modelCards }) => {
  const described = new Set((modelCards ?? []).map(({ service }) => service));
  return eachOf(services, ({ key, usesAi, modelProviders, modelVersions }, index) => [
    !usesAi &&
      (described.has(key) || Boolean(modelProviders?.length) || Boolean(modelVersions?.length)) &&
      fault(
        'model-not-expected',
        'models are recorded for this service, so it uses AI; correct it or take them out',
        'services',
        index,
        'usesAi',
      ),
  ]);
};

const exceptionGroundsAreExplained: CoherenceRule = ({ dataFlows }) =>
  eachOf(dataFlows, ({ recipientRole, exceptionGround, exceptionReason }, index) => {
    const isAssociate = recipientRole === 'business_associate';
    const notExpected = 'a business associate relies on no exception; correct recipientRole or take it out';
    return [
      isAssociate &&
        exceptionGround &&
        fault('citation-not-expected', notExpected, 'dataFlows', index, 'exceptionGround'),
      isAssociate &&
        exceptionReason &&
        fault('citation-not-expected', notExpected, 'dataFlows', index, 'exceptionReason'),
      exceptionGround &&
        !exceptionReason &&
        fault(
          'reason-missing',
          'say why the ground holds for this flow',
          'dataFlows',
          index,
          'exceptionReason',
        ),
    ];
  });

/** Each exception is narrow, and some flows say by themselves that they fall outside it. */
const exceptionsAreNotRefuted: CoherenceRule = ({ dataFlows, services }) => {
  const usesAi = new Map(services.map((service) => [service.key, service.usesAi]));
  return eachOf(dataFlows, (flow, index) => {
    const refute = flow.exceptionGround ? REFUTATIONS[flow.exceptionGround] : undefined;
    const refuted = refute?.(flow, usesAi.get(flow.service) ?? false);
    return [refuted && fault('exception-contradicted', refuted, 'dataFlows', index, 'exceptionGround')];
  });
};

/** What of a flow refutes its ground, in words; a ground that is not here no field of the flow can refute. */
const REFUTATIONS: Partial<
  Record<ExceptionGround, (flow: DossierDataFlow, usesAi: boolean) => string | false>
> = {
  conduit: ({ retentionDays }, usesAi) =>
    usesAi
      ? 'a service that works on what it carries is no mere conduit (45 CFR 160.103)'
      : Boolean(retentionDays) &&
        'who keeps data is no mere conduit (45 CFR 160.103); correct one of the two',
  deidentified: ({ identifiability }) =>
    !identifiability.startsWith('deidentified_') &&
    'identifiability says that the data is not de-identified; correct one of the two',
  disclosure_to_individual: ({ to }) =>
    to.party !== 'clients' && 'the flow does not go to clients; correct one of the two',
};

/** What was written, published or tried after the date of the assessment was not known then. */
const nothingFromTheFuture: CoherenceRule = (dossier, { asOf }) => {
  if (!asOf) return [];
  const detail = `lies after ${asOf}, the date of the assessment; correct it, or assess for a later date`;
  const late = (date: string | null | undefined, ...steps: (string | number)[]) =>
    date && date > asOf && fault('dated-in-the-future', detail, ...steps);
  const { modelCards, clinicalValidations, financialStandings, exitTerms } = dossier;
  return [
    ...eachOf(modelCards, ({ datedOn }, index) => [late(datedOn, 'modelCards', index, 'datedOn')]),
    ...eachOf(clinicalValidations, ({ publishedOn }, index) => [
      late(publishedOn, 'clinicalValidations', index, 'publishedOn'),
    ]),
    ...eachOf(financialStandings, (standing, index) => [
      late(standing.asOf, 'financialStandings', index, 'asOf'),
    ]),
    ...eachOf(exitTerms, ({ exportTestedOn }, index) => [
      late(exportTestedOn, 'exitTerms', index, 'exportTestedOn'),
    ]),
  ];
};

export const VENDOR_GROUND_RULES: readonly CoherenceRule[] = [
  promisesFitTheirUnits,
  modelsMeanAi,
  exceptionGroundsAreExplained,
  exceptionsAreNotRefuted,
  nothingFromTheFuture,
];
