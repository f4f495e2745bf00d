// A sealed assessment as reports get it: a fictional practice with three services that differ in decision. The figures agree
// with each other (points add up, levels follow the tables), so that a report of it can be followed by hand.
import type { AssessmentDocument, SealedAssessment } from '../../src/assessments/assessment.document';
import type { ServiceResult } from '../../src/assessments/scoring/service-result';
import type { DossierService } from '../../src/dossiers/dossier.document';
import { harborLightDossier } from './harbor-light-dossier.factory';
import { chatbotResult, schedulerResult, scribeResult } from './service-result.factory';
import { NIST_MATRICES } from './nist-matrices';

export function draftAssessment(overrides: Partial<AssessmentDocument> = {}): AssessmentDocument {
  return {
    format: 'duecare-assessment',
    formatVersion: 1,
    assessmentId: null,
    organizationId: null,
    title: 'AI vendor risk assessment',
    scope:
      'This document is the AI-vendor part of the practice’s risk analysis under 45 CFR 164.308(a)(1)(ii)(A). It is not by itself the whole of that analysis, which also covers every other place where the practice keeps electronic health information.',
    notice: 'This document is not legal advice.',
    status: 'draft',
    asOf: '2026-11-20',
    lawAsOf: '2026-11-01',
    createdAt: '2026-11-20T16:05:30.000Z',
    engine: { name: 'duecare', version: '0.1.0' },
    catalogs: [
      { id: 'scoring-model', version: '1.0.0', digest: '5f'.repeat(32) },
      { id: 'ai-tech-checklist', version: '1.0.0', digest: 'a4'.repeat(32) },
    ],
    matrices: NIST_MATRICES,
    assessor: { name: 'Zoë Nuñez-O’Hara', role: 'Security official' },
    review: null,
    signOff: null,
    practice: { key: 'harbor-light', name: 'Harbor Light Counseling, PLLC' },
    dossier: harborLightDossier(),
    results: [scribeResult(), schedulerResult(), chatbotResult()],
    holdsUntil: {
      date: '2026-12-31',
      because: 'The agreement “Business Associate Agreement 2026” ends on December 31, 2026.',
    },
    sources: [
      {
        citation: '45 CFR 164.308(a)(1)(ii)(A)',
        title: 'Security management process: risk analysis',
        confidence: 'high',
        basis: 'verified: official text as of 2026-10-07',
      },
      {
        citation: '45 CFR 164.502(e), 164.504(e)',
        title: 'Disclosures to business associates and the contracts they need',
        confidence: 'high',
        basis: 'verified: official text as of 2026-10-07',
      },
      {
        citation: '720 ILCS 5/14',
        title: 'Illinois: recording of private conversations',
        confidence: 'medium',
        basis: 'verified: third-party transcription re-checked on 2026-07-28',
      },
      {
        citation: 'NIST SP 800-30 Rev. 1, Table G-2',
        title: 'Assessment scale: likelihood of threat event initiation (adversarial)',
        confidence: 'low',
        basis: 'from knowledge',
      },
    ],
    ...overrides,
  };
}

/** What the command line makes: digested, but signed by nobody. */
export function unsignedDraft(overrides: Partial<AssessmentDocument> = {}): SealedAssessment {
  return {
    document: draftAssessment(overrides),
    seal: {
      canonicalization: 'RFC8785',
      digest: { algorithm: 'SHA-256', hex: '3fa9c1d2'.repeat(8) },
      signatures: [],
      timestamps: [],
    },
  };
}

export function sealedAssessment(overrides: Partial<AssessmentDocument> = {}): SealedAssessment {
  const draft = unsignedDraft({
    assessmentId: '0193a1b2-7c3d-7e4f-8a5b-6c7d8e9fa0b1',
    organizationId: '0193a1b2-0000-7000-8000-6c7d8e9fa0b1',
    status: 'sealed',
    review: {
      name: 'Amara Okonkwo-Lindqvist',
      role: 'Clinical director',
      at: '2026-11-20T17:20:00.000Z',
      statement: 'I have read every page and asked about what I did not understand.',
    },
    signOff: {
      name: 'Zoë Nuñez-O’Hara',
      role: 'Security official',
      at: '2026-11-20T18:02:11.000Z',
      statement: 'I adopt this assessment for the practice and will see that its conditions are kept.',
    },
    ...overrides,
  });
  draft.seal.signatures = [
    {
      algorithm: 'Ed25519',
      publicKey: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
      keyId: 'b1946ac92492d234',
      signature: 'w'.repeat(86) + '==',
    },
  ];
  return draft;
}

/** The same practice with `count` services, by turns of the three kinds. */
export function assessmentOfManyServices(count: number, nameOf: (index: number) => string): SealedAssessment {
  const draft = unsignedDraft();
  const { dossier, results } = draft.document;
  const services: DossierService[] = [];
  const flows = [];
  const many: ServiceResult[] = [];
  for (let index = 0; index < count; index += 1) {
    const result = results[index % results.length] as ServiceResult;
    const original = dossier.services.find((service) => service.key === result.service.key) as DossierService;
    const key = `${original.key}-${index + 1}`;
    services.push({ ...original, key, name: nameOf(index) });
    many.push({ ...result, service: { ...result.service, key, name: nameOf(index) } });
    for (const flow of dossier.dataFlows ?? []) {
      if (flow.service === original.key)
        flows.push({ ...flow, key: `${flow.key}-${index + 1}`, service: key });
    }
    for (const agreement of dossier.agreements ?? []) {
      if (agreement.services.includes(original.key)) agreement.services.push(key);
    }
  }
  dossier.services = services;
  dossier.dataFlows = flows;
  draft.document.results = many;
  return draft;
}
