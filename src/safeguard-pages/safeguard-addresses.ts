// Where the pages about safeguards are.
import { keyOfEntry } from '../safeguards/security-rule';

export const addressOfSafeguards = (organizationId: string): string =>
  `/organizations/${organizationId}/safeguards`;

export const addressOfEntry = (at: string, entry: string): string => `${at}/entries/${keyOfEntry(entry)}`;
