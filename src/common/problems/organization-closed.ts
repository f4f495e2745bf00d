import { DomainError } from './domain.error';

export function organizationClosed(): DomainError {
  return new DomainError('organization-closed', 'The organization is closed: it can be read and exported.');
}
