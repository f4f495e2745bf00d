// Draft, reviewed, sealed: one step after the other, none twice, none back.
import { DomainError } from '../common/problems/domain.error';
import type { AssessmentDocument, NamedPerson, Signing } from './assessment.document';

type Statement = NamedPerson & { statement: string };

/** @throws DomainError assessment-not-ready unless it is a draft */
export function reviewed(document: AssessmentDocument, by: Statement, at: Date): AssessmentDocument {
  requireStatus(document, 'draft', 'Only a draft can be reviewed');
  return { ...document, status: 'reviewed', review: signing(by, at) };
}

/** @throws DomainError assessment-not-ready unless it has been reviewed */
export function sealedBy(document: AssessmentDocument, by: Statement, at: Date): AssessmentDocument {
  requireStatus(document, 'reviewed', 'Only a reviewed assessment can be sealed');
  return { ...document, status: 'sealed', signOff: signing(by, at) };
}

function requireStatus(
  document: AssessmentDocument,
  status: AssessmentDocument['status'],
  rule: string,
): void {
  if (document.status === status) return;
  throw new DomainError('assessment-not-ready', `${rule}; this one is ${document.status}.`);
}

function signing({ name, role, statement }: Statement, at: Date): Signing {
  return { name, role, statement, at: at.toISOString() };
}
