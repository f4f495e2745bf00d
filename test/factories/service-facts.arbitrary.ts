// Generated facts of one service: any coherent dossier could hold them. Dates lie around AS_OF, so that things start, age and end.
import * as fc from 'fast-check';
import type { IncidentOnRecord } from '../../src/assessments/scoring/incident-history';
import { INCIDENT_KINDS } from '../../src/incidents/incident-words';
import { ADJUSTMENT_TARGETS } from '../../src/adjustments/adjustment.fields';
import type { Keyed, ServiceFacts } from '../../src/assessments/scoring/service-facts';
import {
  PROVISION_IDS,
  PROVISION_VERDICTS,
  type AgreementFields,
  type AgreementKind,
} from '../../src/business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS, type ChecklistAnswerFields } from '../../src/checklists/checklist.fields';
import { addDays, type CalendarDate } from '../../src/common/calendar-date';
import { LEVELS } from '../../src/common/level';
import { ANSWER_VALUES, BASES, YES_NO_UNKNOWN } from '../../src/common/words';
import { DATA_CLASSES, IDENTIFIABILITIES, type DataFlowFields } from '../../src/data-flows/data-flow.fields';
import { COVERED_ENTITY, MODALITIES, SPECIALTIES } from '../../src/organizations/practice.fields';
import { CONSENT_KINDS, NOTE_REVIEWS } from '../../src/practice-measures/practice-measures.fields';
import { SERVICE_FUNCTIONS } from '../../src/vendors/service.fields';
import { anyAttestation, anyReport } from './assurance.arbitrary';
import { anyAnswersAbout, anyServiceRecord, anyVendorRecords } from './vendor-records.arbitrary';
import { AS_OF, favourableProvisions } from './service-facts.factory';

/** States of every kind: all-party, one-party, mixed, unclear, with acts of several confidences. */
const STATES = ['CA', 'WI', 'CT', 'MI', 'VT', 'IL', 'RI', 'TX', 'ME', 'CO', 'NV', 'OR'] as const;

export const anyDate: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: -1000, max: 500 })
  .map((days) => addDays(AS_OF, days));

/** Past every term of an incident. */
const anyOldDate = fc.integer({ min: -1400, max: -1000 }).map((days) => addDays(AS_OF, days));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const someOf = <T>(choices: readonly T[], minLength = 1) => fc.subarray([...choices], { minLength });

export const anyAnswer: fc.Arbitrary<ChecklistAnswerFields> = fc.record({
  item: fc.constantFrom(...CHECKLIST_ITEMS),
  value: fc.constantFrom(...ANSWER_VALUES),
  basis: fc.constantFrom(...BASES),
  evidence: optional(fc.constant('a document')),
  answeredOn: anyDate,
});

const anyConsent = fc.record({
  kind: fc.constantFrom(...CONSENT_KINDS),
  formVersion: fc.constantFrom('2025-01', '2026-03'),
  since: anyDate,
  written: fc.boolean(),
  attestedForAllClients: fc.boolean(),
  coversEveryoneAudible: fc.boolean(),
});

export const anyFlow: fc.Arbitrary<Omit<Keyed<DataFlowFields>, 'key'>> = fc
  .record({
    ends: fc.constantFrom(
      ['practice', 'service'] as const,
      ['service', 'practice'] as const,
      ['clients', 'service'] as const,
      ['practice', 'clients'] as const,
      ['service', 'subcontractor'] as const,
    ),
    dataClasses: someOf(DATA_CLASSES),
    identifiability: fc.constantFrom('identified' as const, ...IDENTIFIABILITIES),
    deidentificationEvidence: optional(fc.constant('expert report')),
    recipientRole: fc.constantFrom(
      'business_associate' as const,
      'business_associate' as const,
      'exception' as const,
    ),
    country: optional(fc.constantFrom('US', 'IN')),
    retentionDays: optional(fc.constantFrom(0, 1, 7, 30, 365, 4000)),
    encryptedInTransit: fc.constantFrom(...YES_NO_UNKNOWN),
    encryptedAtRest: fc.constantFrom(...YES_NO_UNKNOWN),
    clientsPerYear: optional(fc.constantFrom(5, 499, 500, 20000)),
  })
  .map(({ ends, ...rest }) => ({
    ...rest,
    from: { party: ends[0] },
    to: { party: ends[1] },
    purpose: 'care',
    exceptionCitation: rest.recipientRole === 'exception' ? '45 CFR 164.502(e)(1)(ii)(A)' : null,
  }));

const anyVerdicts = fc
  .array(fc.tuple(fc.constantFrom(...PROVISION_IDS), fc.constantFrom(...PROVISION_VERDICTS)), {
    maxLength: 14,
  })
  .map((pairs) => [...new Map(pairs)].map(([provision, verdict]) => ({ provision, verdict })));

const anyLimits = optional(
  fc
    .tuple(optional(someOf(['standard', 'clinic'])), optional(someOf(['flow-0', 'flow-1'])))
    .map(([plans, flows]) => [{ service: 'service', plans, flows }]),
);

const anyAmendment = fc.record({
  title: fc.constant('Amendment'),
  signedOn: optional(anyDate),
  effectiveOn: optional(anyDate),
  endsOn: optional(anyDate),
  addsServices: optional(fc.constant<string[]>(['service'])),
  removesServices: fc.option(fc.constant<string[]>(['service']), { nil: null, freq: 6 }),
  coverageLimits: anyLimits,
  breachNoticeHours: optional(fc.constantFrom(24, 72, 240, 1440)),
  provisions: anyVerdicts,
});

export const anyAgreement: fc.Arbitrary<Omit<Keyed<AgreementFields>, 'key'>> = fc
  .record({
    kind: fc.constantFrom<AgreementKind>(
      'business_associate_agreement',
      'business_associate_agreement',
      'qualified_service_organization_agreement',
    ),
    title: fc.constant('Agreement'),
    services: fc.constant<string[]>(['service']),
    includesQsoaTerms: optional(fc.boolean()),
    signedOn: optional(anyDate),
    effectiveOn: optional(anyDate),
    endsOn: optional(anyDate),
    autoRenews: optional(fc.boolean()),
    terminatedOn: optional(anyDate),
    breachNoticeHours: optional(fc.constantFrom(24, 72, 240, 1440)),
    provisions: anyVerdicts,
    coverageLimits: fc.option(anyLimits, { nil: null, freq: 3 }).map((limits) => limits ?? null),
    amendments: fc.array(anyAmendment, { maxLength: 2 }),
  })
  .map((made) => ({
    ...made,
    amendments: made.amendments.map((amendment, index) => ({ ...amendment, key: `amendment-${index}` })),
  }));

export const anyAdjustment = fc.record({
  threat: fc.constantFrom('T-02', 'T-03', 'T-04', 'T-05', 'T-06', 'T-12', 'T-19', 'T-21', 'T-28'),
  target: fc.constantFrom(...ADJUSTMENT_TARGETS),
  level: fc.constantFrom(...LEVELS),
  assessor: fc.constant({ name: 'Dana Whitfield', role: 'Security official' }),
  reason: fc.constant('Seen in supervision.'),
  decidedOn: anyDate,
});

const keyed = <T extends object>(prefix: string, entries: T[]): (T & { key: string })[] =>
  entries.map((entry, index) => ({ ...entry, key: `${prefix}-${index}` }));

const uniqueBy = <T>(entries: T[], keyOf: (entry: T) => string): T[] => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
];

/** An incident with the vendor, without its number. */
export const anyIncident: fc.Arbitrary<Omit<IncidentOnRecord, 'number'>> = fc.record({
  place: fc.constant('with the vendor' as const),
  raises: fc.boolean(),
  kind: fc.constantFrom(...INCIDENT_KINDS),
  knownOn: fc.oneof(anyDate, anyOldDate),
  closedOn: optional(anyDate),
  finding: fc.constantFrom('breach' as const, 'incident' as const, 'no_use' as const),
});

/** Any facts, mostly with an agreement and a full checklist, so that gates do not settle everything. */
export const anyFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    practice: fc.record({
      coveredEntity: fc.constantFrom(...COVERED_ENTITY),
      clientStates: someOf(STATES),
      clinicianStates: someOf(STATES),
      modalities: someOf(MODALITIES),
      clientsPerYear: fc.constantFrom(5, 220, 499, 500, 20000),
    }),
    functions: someOf(SERVICE_FUNCTIONS),
    usesAi: fc.boolean(),
    plan: optional(fc.constant('clinic')),
    record: anyServiceRecord,
    specialties: someOf(SPECIALTIES.slice(0, 5), 0),
    questionnaire: anyAnswersAbout('service'),
    ofPractice: anyAnswersAbout('practice'),
    vendorRecords: anyVendorRecords,
    agreements: fc.array(anyAgreement, { maxLength: 2 }),
    sound: fc.boolean(),
    reports: fc.array(anyReport, { maxLength: 2 }),
    attestations: fc.array(anyAttestation, { maxLength: 2 }),
    flows: fc.array(anyFlow, { maxLength: 3 }),
    answers: fc.array(anyAnswer, { maxLength: 7 }),
    allYes: fc.boolean(),
    consents: fc.array(anyConsent, { maxLength: 3 }),
    noteReview: optional(
      fc.record({
        scope: fc.constantFrom(...NOTE_REVIEWS),
        since: anyDate,
        basis: fc.constantFrom(...BASES),
      }),
    ),
    audioDeletion: optional(
      fc.record({
        withinDays: fc.constantFrom(0, 1, 7, 30, 90),
        since: anyDate,
        basis: fc.constantFrom(...BASES),
        evidence: optional(fc.constant('deletion log')),
      }),
    ),
    adjustments: fc.array(anyAdjustment, { maxLength: 2 }),
    incidents: fc.array(anyIncident, { maxLength: 2 }),
  })
  .map((made) => ({
    asOf: AS_OF,
    practice: {
      ...made.practice,
      name: 'Example Practice',
      timeZone: 'America/Chicago',
      specialties: made.specialties,
      clinicians: 3,
    },
    vendor: { key: 'vendor', name: 'Example Vendor, Inc.' },
    service: {
      key: 'service',
      name: 'Example Service',
      functions: made.functions,
      usesAi: made.usesAi,
      plan: made.plan,
      ...made.record,
    },
    agreements: keyed('agreement', made.sound ? [...made.agreements, SOUND] : made.agreements),
    soc2Reports: keyed('report', made.reports),
    attestations: keyed('attestation', made.attestations),
    dataFlows: keyed('flow', made.flows),
    checklistAnswers: uniqueBy(
      made.allYes ? [...ALL_YES, ...made.answers.slice(0, 1)] : made.answers,
      ({ item }) => item,
    ),
    answers: made.questionnaire,
    practiceAnswers: made.ofPractice,
    practiceMeasures: {
      consents: uniqueBy(made.consents, ({ kind }) => kind),
      noteReview: made.noteReview,
      audioDeletion: made.audioDeletion,
    },
    ...made.vendorRecords,
    incidents: made.incidents.map((incident, index) => ({ ...incident, number: index + 1 })),
    adjustments: uniqueBy(
      keyed('adjustment', made.adjustments),
      ({ threat, target }) => `${threat} ${target}`,
    ),
  }));

const SOUND: Omit<Keyed<AgreementFields>, 'key'> = {
  kind: 'business_associate_agreement',
  title: 'Agreement',
  services: ['service'],
  signedOn: '2026-01-15',
  breachNoticeHours: 72,
  provisions: favourableProvisions(),
};

const ALL_YES: ChecklistAnswerFields[] = CHECKLIST_ITEMS.map((item) => ({
  item,
  value: 'yes',
  basis: 'documented',
  evidence: 'Agreement',
  answeredOn: '2026-06-01',
}));
