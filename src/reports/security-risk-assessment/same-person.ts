// One person may review and seal: in a practice of one nobody else can. Whoever reads the document is told.
import type { AssessmentDocument, NamedPerson } from '../../assessments/assessment.document';

/** By name, which is all that a document knows of people. */
export function isSamePerson(
  one: Pick<NamedPerson, 'name'> | null,
  other: Pick<NamedPerson, 'name'> | null,
): boolean {
  if (!one || !other) return false;
  const [first, second] = [one, other].map(({ name }) =>
    name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase(),
  );
  return first === second;
}

/** Empty unless it is sealed by who reviewed it. */
export function samePersonWords({ review, signOff }: Pick<AssessmentDocument, 'review' | 'signOff'>): string {
  if (!isSamePerson(review, signOff)) return '';
  return `${signOff?.name} both reviewed and sealed it: no second person has read it for the practice.`;
}
