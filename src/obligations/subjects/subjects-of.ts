// What obligations arise from, found in the records of a practice: one function a source. Pure. A register to come adds its functions here, and its source in
// ../rules/obligation-sources.ts.
import type { CalendarDate } from '../../common/calendar-date';
import type { DatedFacts } from '../obligation-facts.query';
import type { RecordSource } from '../rules/obligation-sources';
import type { Subject, SubjectsBySource } from '../rules/occurrences';
import { agreementSubjects, endedAgreementSubjects } from './agreement-subjects';
import { attestationSubjects, evidenceSubjects, soc2ReportSubjects } from './paper-subjects';
import {
  aiServiceSubjects,
  aiUseSubjects,
  aiVendorSubjects,
  audioFlowSubjects,
  clientDataSubjects,
  consentSubjects,
  draftingSubjects,
} from './tool-subjects';

/** @param today in the practice's time zone: what ended before it, or is covered on it, is told for that day */
export type SubjectsOfSource = (facts: DatedFacts, today: CalendarDate) => Subject[];

const practiceSubjects: SubjectsOfSource = ({ practice }) => [
  {
    record: null,
    name: practice.name,
    why: 'the practice keeps client data',
    recordedOn: practice.recordedOn,
  },
];

const SOURCES: Readonly<Record<RecordSource, SubjectsOfSource>> = {
  practice: practiceSubjects,
  ai_use: aiUseSubjects,
  ai_service: aiServiceSubjects,
  ai_vendor: aiVendorSubjects,
  client_data_service: clientDataSubjects,
  drafting_service: draftingSubjects,
  agreement: agreementSubjects,
  ended_agreement: endedAgreementSubjects,
  soc2_report: soc2ReportSubjects,
  attestation: attestationSubjects,
  evidence: evidenceSubjects,
  audio_flow: audioFlowSubjects,
  consent: consentSubjects,
};

export function subjectsOf(facts: DatedFacts, today: CalendarDate): SubjectsBySource {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([source, subjects]) => [source, subjects(facts, today)]),
  );
}
