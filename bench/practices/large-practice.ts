// Made practices: one service with far more facts than a small practice writes down, and a practice of many services.
import {
  PROVISION_IDS,
  type AgreementFields,
} from '../../src/business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../../src/checklists/checklist.fields';
import { DATA_CLASSES } from '../../src/data-flows/data-flow.fields';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { AS_OF } from './assessments';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** @param size agreements, reports and subcontractors of each service; four times as many flows */
export function largePractice(services: number, size: number): Dossier {
  const keys = upTo(services).map((number) => `service-${number}`);
  return {
    format: 'duecare-dossier',
    formatVersion: 1,
    asOf: AS_OF,
    practice: {
      key: 'large-practice',
      name: 'Large Practice, PLLC',
      timeZone: 'America/Chicago',
      coveredEntity: 'yes',
      clientStates: ['IL', 'WI', 'CA'],
      clinicianStates: ['IL'],
      modalities: ['in_person', 'video', 'phone'],
      specialties: ['general_adult'],
      clinicians: 40,
      clientsPerYear: 9000,
    },
    vendors: keys.map((key) => ({ key: `vendor-of-${key}`, name: `Vendor of ${key}` })),
    services: keys.map((key) => ({
      key,
      vendor: `vendor-of-${key}`,
      name: `Recorder ${key}`,
      functions: ['session_recording', 'chat_assistant'],
      usesAi: true,
      subcontractors: upTo(size).map((number) => ({
        key: `subcontractor-${number}`,
        name: `Subcontractor ${number}`,
        role: 'hosting',
        country: 'US',
      })),
    })),
    agreements: keys.flatMap((key) => upTo(size).map((number) => agreement(key, number))),
    soc2Reports: keys.flatMap((key) => upTo(size).map((number) => soc2Report(key, number))),
    dataFlows: keys.flatMap((key) => upTo(4 * size).map((number) => dataFlow(key, number, size))),
    checklists: keys.map((service) => ({
      key: `checklist-of-${service}`,
      service,
      answers: CHECKLIST_ITEMS.map((item, number) => ({
        item,
        value: 'yes' as const,
        basis: 'documented' as const,
        evidence: `Document ${number}`,
        answeredOn: `2026-0${1 + number}-11`,
      })),
    })),
    practiceMeasures: keys.map((service) => ({
      key: `measures-of-${service}`,
      service,
      noteReview: { scope: 'every_note' as const, since: '2026-03-01', basis: 'observed' as const },
      audioDeletion: { withinDays: 7, since: '2026-03-01', basis: 'observed' as const },
    })),
  };
}

function agreement(service: string, number: number): NonNullable<Dossier['agreements']>[number] {
  const kind: AgreementFields['kind'] = 'business_associate_agreement';
  return {
    key: `agreement-${number}-of-${service}`,
    vendor: `vendor-of-${service}`,
    kind,
    title: `Agreement ${number}`,
    services: [service],
    signedOn: '2025-12-01',
    effectiveOn: '2026-01-01',
    endsOn: `20${27 + (number % 5)}-06-30`,
    breachNoticeHours: 24 + number,
    provisions: PROVISION_IDS.map((provision) => ({ provision, verdict: 'present' as const })),
  };
}

function soc2Report(service: string, number: number): NonNullable<Dossier['soc2Reports']>[number] {
  return {
    key: `soc2-${number}-of-${service}`,
    vendor: `vendor-of-${service}`,
    kind: 'soc2_type_2',
    opinion: 'unqualified',
    auditor: 'Example Auditors LLP',
    services: [service],
    periodStart: `20${15 + (number % 11)}-07-01`,
    periodEnd: `20${16 + (number % 11)}-06-30`,
    categories: ['security', 'confidentiality'],
    exceptions: [{ criterion: 'CC6.2', summary: 'Two of 25 leavers kept access for a week.' }],
    controlsNotTested: [],
  };
}

function dataFlow(service: string, number: number, size: number): NonNullable<Dossier['dataFlows']>[number] {
  const toService = number % 2 === 0;
  return {
    key: `flow-${number}-of-${service}`,
    service,
    from: { party: toService ? 'practice' : 'service' },
    to: toService
      ? { party: 'service' }
      : { party: 'subcontractor', subcontractor: `subcontractor-${number % size}` },
    dataClasses: [DATA_CLASSES[number % DATA_CLASSES.length] ?? 'progress_notes'],
    purpose: `Purpose ${number}`,
    identifiability: 'identified',
    recipientRole: 'business_associate',
    country: 'US',
    retentionDays: 7 + number,
    encryptedInTransit: 'yes',
    encryptedAtRest: 'yes',
    clientsPerYear: 100 + number,
  };
}
