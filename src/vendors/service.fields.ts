// A service of a vendor: the thing the practice decides about.
import {
  BooleanField,
  ChoicesField,
  KeyField,
  PatternField,
  RecordListField,
  TextField,
} from '../common/fields';

export const SERVICE_FUNCTIONS = [
  'session_recording',
  'drafting_from_summary',
  'chat_assistant',
  'scheduling',
  'billing',
  'intake',
  'telehealth',
  'client_messaging',
  'health_records',
  'other',
] as const;
export type ServiceFunction = (typeof SERVICE_FUNCTIONS)[number];

const COUNTRY = {
  pattern: '^[A-Z]{2}$',
  message: 'must be a two-letter country code such as US',
  maxLength: 2,
  example: 'US',
};

export class SubcontractorFields {
  @KeyField({ description: 'Key of the subcontractor within this service.', example: 'cloud-host' })
  key: string;

  @TextField({ description: 'Name of the subcontractor.', example: 'Example Cloud Hosting', maxLength: 200 })
  name: string;

  @TextField({ description: 'What it does for the service.', example: 'hosting', maxLength: 200 })
  role: string;

  @PatternField({
    description: 'Country where it works with the data; leave out when unknown.',
    optional: true,
    ...COUNTRY,
  })
  country?: string | null;
}

export class ServiceFields {
  @TextField({
    description: 'Name of the service as the practice knows it.',
    example: 'Northlight Scribe',
    maxLength: 200,
  })
  name: string;

  @TextField({
    description: 'Plan or edition: agreements often cover one plan and not another.',
    example: 'Business',
    optional: true,
    maxLength: 100,
  })
  plan?: string | null;

  @ChoicesField(SERVICE_FUNCTIONS, {
    description: 'What the service does.',
    example: ['session_recording'],
    minItems: 1,
  })
  functions: ServiceFunction[];

  @BooleanField({ description: 'Does the service use AI?', example: true })
  usesAi: boolean;

  @TextField({
    description: 'Who provides the AI model, where known.',
    example: 'the vendor itself',
    optional: true,
    maxLength: 200,
  })
  modelProvider?: string | null;

  @RecordListField(() => SubcontractorFields, {
    description:
      'Companies behind the vendor that handle the data; leave out when the vendor has not named them.',
    optional: true,
    maxItems: 100,
  })
  subcontractors?: SubcontractorFields[] | null;
}
