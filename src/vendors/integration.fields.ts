// Another system that a service reads from or writes to, such as the record system or the calendar.
import { ChoiceField, KeyField, TextField } from '../common/fields';

export const INTEGRATION_KINDS = [
  'health_records',
  'calendar',
  'payments',
  'video',
  'messaging',
  'sign_in',
  'storage',
  'other',
] as const;
export type IntegrationKind = (typeof INTEGRATION_KINDS)[number];

export const INTEGRATION_ACCESS = ['read', 'write', 'read_and_write', 'unknown'] as const;
export type IntegrationAccess = (typeof INTEGRATION_ACCESS)[number];

export class IntegrationFields {
  @KeyField({ description: 'Key of the integration within this service.', example: 'record-system' })
  key: string;

  @ChoiceField(INTEGRATION_KINDS, { description: 'Kind of system on the other side.' })
  kind: IntegrationKind;

  @TextField({
    description: 'Name of the system on the other side.',
    example: 'Fernhill Records',
    maxLength: 200,
  })
  name: string;

  @KeyField({
    description: 'Key of the service on the other side, when it is one of this practice.',
    optional: true,
    example: 'fernhill-records',
  })
  service?: string | null;

  @ChoiceField(INTEGRATION_ACCESS, { description: 'What the service may do in the other system.' })
  access: IntegrationAccess;
}
