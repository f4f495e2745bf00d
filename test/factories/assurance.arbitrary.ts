// Generated SOC 2 reports and other attestations: read through and not, with all that can take their credit away.
import * as fc from 'fast-check';
import type { Keyed } from '../../src/assessments/scoring/service-facts';
import {
  ATTESTATION_KINDS,
  ATTESTATION_PROOFS,
  type AttestationFields,
} from '../../src/attestations/attestation.fields';
import { addDays } from '../../src/common/calendar-date';
import { YES_NO_UNKNOWN } from '../../src/common/words';
import {
  CONTROL_TOPICS,
  REPORTED_PARTIES,
  SOC2_KINDS,
  SOC2_OPINIONS,
  SUBSERVICE_METHODS,
  TRUST_SERVICES_CATEGORIES,
  USER_CONTROL_STATUSES,
  type Soc2ReportFields,
} from '../../src/soc2-reports/soc2-report.fields';
import { AS_OF } from './service-facts.factory';

export const GENERATED_VENDOR = 'Example Vendor, Inc.';
const CRITERIA = ['CC6.1', 'CC7.2', 'CC9.2', 'C1.1', 'A1.2', 'PI1.3', 'CC1.1'];

const anyDate = fc.integer({ min: -1000, max: 500 }).map((days) => addDays(AS_OF, days));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const mostly = <T>(usual: T, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
const answer = mostly('yes' as const, optional(fc.constantFrom(...YES_NO_UNKNOWN)));
const entity = mostly(
  GENERATED_VENDOR,
  optional(fc.constantFrom('Another Company LLC', 'EXAMPLE vendor inc')),
);

const anyControl = fc.record({
  topic: fc.constantFrom(...CONTROL_TOPICS),
  criteria: optional(fc.subarray(CRITERIA)),
  status: mostly('done' as const, fc.constantFrom(...USER_CONTROL_STATUSES)),
  doneSince: anyDate,
  notApplicableReason: optional(fc.constant('no administrators')),
});

const anyLetter = fc.record({
  after: fc.integer({ min: 0, max: 420 }),
  days: fc.integer({ min: 1, max: 200 }),
  issuedAfter: fc.integer({ min: 0, max: 500 }),
  signedByManagement: mostly('yes' as const, fc.constantFrom(...YES_NO_UNKNOWN)),
  changesReported: mostly('no' as const, fc.constantFrom(...YES_NO_UNKNOWN)),
});

export const anyReport: fc.Arbitrary<Omit<Keyed<Soc2ReportFields>, 'key'>> = fc
  .record({
    kind: mostly('soc2_type_2' as const, fc.constantFrom(...SOC2_KINDS)),
    isDraft: mostly(false, fc.boolean()),
    opinion: mostly('unqualified' as const, fc.constantFrom(...SOC2_OPINIONS)),
    reportedParty: mostly('vendor' as const, fc.constantFrom(...REPORTED_PARTIES)),
    reportedEntity: entity,
    entityExplanation: optional(fc.constant('a subsidiary')),
    licensedCpaFirm: answer,
    aiFeatureInScope: answer,
    length: fc.constantFrom(60, 180, 364),
    periodEnd: anyDate,
    issuedAfter: optional(fc.integer({ min: 0, max: 120 })),
    nextReportExpectedOn: optional(fc.constant('2027-12-31')),
    bridgeDays: optional(fc.integer({ min: 1, max: 600 })),
    letters: optional(fc.array(anyLetter, { maxLength: 3 })),
    categories: fc.subarray([...TRUST_SERVICES_CATEGORIES], { minLength: 1 }),
    qualifiedCriteria: fc.subarray(CRITERIA),
    exceptions: mostly([], optional(fc.array(anyException(), { maxLength: 3 }))),
    controlsNotTested: mostly(
      [],
      optional(
        fc.array(
          fc.record({ control: fc.constant('Restoring'), criterion: optional(fc.constantFrom(...CRITERIA)) }),
          { maxLength: 2 },
        ),
      ),
    ),
    controls: mostly([], optional(fc.array(anyControl, { maxLength: 3 }))),
    subserviceOrganizations: optional(
      fc.array(
        fc.record({
          name: fc.constant('Example Cloud Hosting'),
          service: fc.constant('hosting'),
          method: fc.constantFrom(...SUBSERVICE_METHODS),
          reviewedOn: optional(anyDate),
        }),
        { maxLength: 2 },
      ),
    ),
    review: mostly(
      null,
      fc.record({
        conclusion: fc.constantFrom('rely' as const, 'do_not_rely' as const),
        reviewer: fc.constant({ name: 'Dana Whitfield', role: 'Security official' }),
        reviewedOn: anyDate,
      }),
    ),
  })
  .map(({ length, bridgeDays, letters, issuedAfter, controls, ...rest }) => ({
    ...rest,
    auditor: 'Alder & Finch CPAs LLP',
    services: ['service'],
    periodStart: rest.kind === 'soc2_type_1' ? null : addDays(rest.periodEnd, -length),
    issuedOn: issuedAfter === null ? null : addDays(rest.periodEnd, issuedAfter),
    bridgeLetterUntil: bridgeDays === null ? null : addDays(rest.periodEnd, bridgeDays),
    bridgeLetters:
      letters?.map(({ after, days, issuedAfter: issued, ...letter }) => ({
        ...letter,
        from: addDays(rest.periodEnd, after),
        to: addDays(rest.periodEnd, after + days),
        issuedOn: addDays(rest.periodEnd, issued),
      })) ?? null,
    qualifiedCriteria: rest.opinion === 'qualified' ? rest.qualifiedCriteria : null,
    userEntityControls:
      controls?.map((control, index) => ({ ...control, key: `cuec-${index}`, text: 'Do it.' })) ?? null,
  }));

function anyException() {
  return fc.record({
    criterion: fc.constantFrom(...CRITERIA),
    summary: fc.constant('found'),
    relevantToClientData: optional(fc.constantFrom(...YES_NO_UNKNOWN)),
  });
}

export const anyAttestation: fc.Arbitrary<Omit<Keyed<AttestationFields>, 'key'>> = fc.record({
  kind: fc.constantFrom(...ATTESTATION_KINDS),
  services: fc.constant(['service']),
  issuer: fc.constant('Larkspur Assurance LLC'),
  certifiedEntity: entity,
  issuedOn: anyDate,
  validUntil: optional(anyDate),
  surveillanceOn: optional(anyDate),
  withdrawnOn: mostly(null, anyDate),
  accreditedBody: answer,
  independentIssuer: answer,
  coveredByOpinion: answer,
  coversAi: answer,
  proof: mostly('document' as const, optional(fc.constantFrom(...ATTESTATION_PROOFS))),
  openFindings: mostly(
    { critical: 0, high: 0, moderate: 1, low: 2 },
    optional(fc.constant({ critical: 0, high: 1, moderate: 0, low: 0 })),
  ),
});
