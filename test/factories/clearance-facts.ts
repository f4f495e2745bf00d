// A question, a practice and a service as tests of the rule change them.
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import type {
  ClearanceFacts,
  ClearanceModel,
  ClearanceQuestion,
  ServiceStanding,
  StandingGate,
  StoredScore,
} from '../../src/clearance/clearance-facts';

export const { scoringModel, clearanceObligations } = loadCatalogs();
export const MODEL: ClearanceModel = { scoring: scoringModel, obligations: clearanceObligations };
export const CONDITIONS = scoringModel.conditions.map(({ text }) => text);

export const QUESTION: ClearanceQuestion = {
  purpose: 'record_session',
  dataClasses: ['session_audio'],
  clientState: 'IL',
  clinicianState: null,
  modality: 'video',
};

export const SCORE: StoredScore = {
  decision: 'use_with_conditions',
  why: 'Worst threat moderate: inaccurate notes',
  asOf: '2026-11-22',
  scoredAt: new Date('2026-11-22T12:00:00Z'),
  holdsUntil: '2027-02-28',
  modelId: scoringModel.id,
  modelVersion: scoringModel.version,
  conditions: CONDITIONS.slice(0, 7),
  gates: [],
};

export const SERVICE: ServiceStanding = {
  id: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  key: 'scribe',
  functions: ['session_recording'],
  usesAi: true,
  dataClasses: ['session_audio', 'transcripts'],
  audioDeletedWithinDays: 2,
  score: SCORE,
};

export const PRACTICE: ClearanceFacts['practice'] = {
  today: '2026-11-28',
  coveredEntity: 'yes',
  clientStates: ['IL', 'WI'],
  clinicianStates: ['WI'],
  modalities: ['in_person', 'video'],
  latestSealedAssessmentId: null,
};

export const GATE: StandingGate = {
  id: 'a-gate',
  title: 'A gate',
  kind: 'law',
  citation: '45 CFR 164.502(e)',
  confidence: 'high',
  state: 'fired',
  because: 'it is so.',
  remedy: null,
};

export const withScore = (changes: Partial<StoredScore>): ClearanceFacts => ({
  practice: PRACTICE,
  service: { ...SERVICE, score: { ...SCORE, ...changes } },
});
export const withService = (changes: Partial<ServiceStanding>): ClearanceFacts => ({
  practice: PRACTICE,
  service: { ...SERVICE, ...changes },
});
export const FACTS = withService({});
