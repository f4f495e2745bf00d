// The services of an assessment and, where it was rated, the practice itself: every register of threats tells both alike.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type {
  Contradiction,
  GateResult,
  ThreatResult,
  UnknownFact,
} from '../../../assessments/scoring/service-result';

export interface RatedSubject {
  scope: 'Tool' | 'Practice';
  key: string;
  name: string;
  gates: readonly GateResult[];
  threats: readonly ThreatResult[];
  unknowns: readonly UnknownFact[];
  contradictions: readonly Contradiction[];
}

/** The services in the order of the document, the practice last. */
export function ratedSubjects({ results, practice, practiceResult }: AssessmentDocument): RatedSubject[] {
  const services = results.map(({ service, gates, threats, unknowns, contradictions }): RatedSubject => ({
    scope: 'Tool',
    key: service.key,
    name: service.name,
    gates,
    threats,
    unknowns,
    contradictions,
  }));
  if (!practiceResult) return services;
  const { threats, unknowns } = practiceResult;
  const own: RatedSubject = {
    scope: 'Practice',
    ...practice,
    gates: [],
    threats,
    unknowns,
    contradictions: [],
  };
  return [...services, own];
}

/** Everything of one kind in every subject, each beside its subject. */
export function perSubject<T>(
  document: AssessmentDocument,
  itemsOf: (subject: RatedSubject) => readonly T[],
): { subject: RatedSubject; item: T }[] {
  return ratedSubjects(document).flatMap((subject) => itemsOf(subject).map((item) => ({ subject, item })));
}
