// Facts of one service, by hand: a sound default and a few named ones. Every name is made up.
import { goodAnswers } from './answers.factory';
import type { Keyed, ServiceFacts } from '../../src/assessments/scoring/service-facts';
import type {
  AgreementFields,
  ProvisionId,
  ProvisionVerdictFields,
} from '../../src/business-associate-agreements/agreement.fields';
import { PROVISION_IDS } from '../../src/business-associate-agreements/agreement.fields';
import {
  CHECKLIST_ITEMS,
  type ChecklistAnswerFields,
  type ChecklistItem,
} from '../../src/checklists/checklist.fields';
import type { DataFlowFields } from '../../src/data-flows/data-flow.fields';
import type { PracticeFields } from '../../src/organizations/practice.fields';
import type { Soc2ReportFields } from '../../src/soc2-reports/soc2-report.fields';
import type { ServiceFields } from '../../src/vendors/service.fields';

export const AS_OF = '2026-11-22';

export function practiceFacts(changes: Partial<PracticeFields> = {}): PracticeFields {
  return {
    name: 'Harbor Light Counseling, PLLC',
    timeZone: 'America/Chicago',
    coveredEntity: 'yes',
    clientStates: ['WI'],
    clinicianStates: ['WI'],
    modalities: ['in_person', 'video'],
    specialties: ['general_adult'],
    clinicians: 4,
    clientsPerYear: 220,
    ...changes,
  };
}

export function serviceFields(changes: Partial<Keyed<ServiceFields>> = {}): Keyed<ServiceFields> {
  return {
    key: 'scribe',
    name: 'Example Scribe',
    plan: 'Business',
    functions: ['session_recording'],
    usesAi: true,
    subcontractors: [{ key: 'cloud', name: 'Example Cloud Hosting', role: 'hosting', country: 'US' }],
    integrations: [],
    ...changes,
  };
}

export function flow(changes: Partial<Keyed<DataFlowFields>> = {}): Keyed<DataFlowFields> {
  return {
    key: 'audio',
    from: { party: 'practice' },
    to: { party: 'service' },
    dataClasses: ['session_audio'],
    purpose: 'Drafting progress notes',
    identifiability: 'identified',
    recipientRole: 'business_associate',
    country: 'US',
    retentionDays: 7,
    encryptedInTransit: 'yes',
    encryptedAtRest: 'yes',
    ...changes,
  };
}

/** A business associate agreement in force since January 2026, every provision present. */
export function agreement(changes: Partial<Keyed<AgreementFields>> = {}): Keyed<AgreementFields> {
  return {
    key: 'baa',
    kind: 'business_associate_agreement',
    title: 'Business Associate Agreement 2026',
    services: ['scribe'],
    signedOn: '2026-01-15',
    breachNoticeHours: 72,
    provisions: favourableProvisions(),
    ...changes,
  };
}

/** Every clause there and no permission granted. */
export function favourableProvisions(): ProvisionVerdictFields[] {
  return PROVISION_IDS.map((provision) => ({
    provision,
    verdict: provision.startsWith('BAA-P') ? 'missing' : 'present',
  }));
}

export function provisions(...present: ProvisionId[]): AgreementFields['provisions'] {
  return present.map((provision) => ({ provision, verdict: 'present' }));
}

/** A Type 2 report on July 2025 to June 2026, unqualified, no exceptions. */
export function soc2Report(changes: Partial<Keyed<Soc2ReportFields>> = {}): Keyed<Soc2ReportFields> {
  return {
    key: 'soc2',
    kind: 'soc2_type_2',
    opinion: 'unqualified',
    auditor: 'Alder & Finch CPAs LLP',
    services: ['scribe'],
    periodStart: '2025-07-01',
    periodEnd: '2026-06-30',
    categories: ['security', 'confidentiality'],
    reportedEntity: 'Example Notes, Inc.',
    licensedCpaFirm: 'yes',
    aiFeatureInScope: 'yes',
    exceptions: [],
    controlsNotTested: [],
    userEntityControls: [],
    subserviceOrganizations: [],
    ...changes,
  };
}

export function answer(
  item: ChecklistItem,
  changes: Partial<ChecklistAnswerFields> = {},
): ChecklistAnswerFields {
  return {
    item,
    value: 'yes',
    basis: 'documented',
    evidence: 'Agreement of 2026-01-15',
    answeredOn: '2026-10-01',
    ...changes,
  };
}

/** All seven items, answered alike except for those named. */
export function answers(
  changes: Partial<Record<ChecklistItem, Partial<ChecklistAnswerFields>>> = {},
): ChecklistAnswerFields[] {
  return CHECKLIST_ITEMS.map((item) => answer(item, changes[item]));
}

/** An AI scribe in a one-party state, everything in order. */
export function scribe(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    asOf: AS_OF,
    practice: practiceFacts(),
    vendor: { key: 'example-notes', name: 'Example Notes, Inc.' },
    service: serviceFields(),
    agreements: [agreement()],
    soc2Reports: [soc2Report()],
    attestations: [],
    dataFlows: [
      flow(),
      flow({
        key: 'drafts',
        from: { party: 'service' },
        to: { party: 'practice' },
        dataClasses: ['progress_notes'],
        retentionDays: 30,
      }),
    ],
    checklistAnswers: answers(),
    answers: goodAnswers('service'),
    practiceAnswers: goodAnswers('practice'),
    practiceMeasures: {
      consents: [
        {
          kind: 'recording',
          formVersion: '2026-03',
          since: '2026-03-01',
          written: true,
          attestedForAllClients: true,
          coversEveryoneAudible: true,
        },
        {
          kind: 'ai_use',
          formVersion: '2026-03',
          since: '2026-03-01',
          written: true,
          attestedForAllClients: true,
          coversEveryoneAudible: true,
        },
      ],
      noteReview: { scope: 'every_note', since: '2026-03-01', basis: 'observed' },
      audioDeletion: { withinDays: 7, since: '2026-03-01', basis: 'observed' },
    },
    adjustments: [],
    modelCards: [],
    clinicalValidations: [],
    financialStanding: null,
    serviceLevels: [],
    exitTerms: null,
    incidents: [],
    ...changes,
  };
}

/** The free edition of a general chatbot: no agreement, terms that allow training, a fine questionnaire all the same. */
export function consumerChatbot(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    ...chatAssistant(),
    service: serviceFields({
      key: 'chatbot',
      plan: 'Free',
      functions: ['chat_assistant'],
      subcontractors: null,
    }),
    agreements: [],
    soc2Reports: [],
    checklistAnswers: answers({ no_training: { value: 'no' } }),
    ...changes,
  };
}

/** The same company's business edition: agreement, no training (documented), current Type 2 report, every draft reviewed. */
export function chatAssistant(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return scribe({
    service: serviceFields({ key: 'chatbot', functions: ['chat_assistant'] }),
    agreements: [agreement({ services: ['chatbot'] })],
    soc2Reports: [soc2Report({ services: ['chatbot'] })],
    dataFlows: [flow({ key: 'summaries', dataClasses: ['progress_notes'], retentionDays: 30 })],
    practiceMeasures: { noteReview: { scope: 'every_note', since: '2026-03-01', basis: 'observed' } },
    ...changes,
  });
}

/** A scheduler without AI that sees names and times. */
export function scheduler(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return scribe({
    service: serviceFields({
      key: 'scheduler',
      name: 'Example Scheduler',
      functions: ['scheduling'],
      usesAi: false,
    }),
    agreements: [agreement({ services: ['scheduler'] })],
    soc2Reports: [],
    dataFlows: [flow({ key: 'appointments', dataClasses: ['contact_and_appointment'], retentionDays: 365 })],
    checklistAnswers: [answer('no_training'), answer('no_sale_or_sharing'), answer('baa_signed')],
    answers: [],
    practiceAnswers: [],
    practiceMeasures: null,
    ...changes,
  });
}
