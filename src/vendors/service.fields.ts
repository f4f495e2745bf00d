// A service of a vendor: the thing the practice decides about.
import {
  BooleanField,
  ChoicesField,
  CountryListField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import { IntegrationFields } from './integration.fields';
import { ModelProviderFields, ModelVersionFields } from './model-provider.fields';
import { ServicePlanFields } from './plan.fields';
import { SubcontractorFields } from './subcontractor.fields';

export { IntegrationFields, ModelProviderFields, ModelVersionFields, ServicePlanFields, SubcontractorFields };

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

export class ServiceFields {
  @TextField({
    description: 'Name of the service as the practice knows it.',
    example: 'Northlight Scribe',
    maxLength: 200,
  })
  name: string;

  @TextField({
    description:
      'Plan or edition in use or considered: agreements often cover one plan and not another. When `plans` are listed, the key of one of them.',
    example: 'business',
    optional: true,
    maxLength: 100,
  })
  plan?: string | null;

  @RecordListField(() => ServicePlanFields, {
    description: 'Plans that the vendor sells of this service.',
    optional: true,
    maxItems: 30,
  })
  plans?: ServicePlanFields[] | null;

  @ChoicesField(SERVICE_FUNCTIONS, {
    description: 'What the service does.',
    example: ['session_recording'],
    minItems: 1,
  })
  functions: ServiceFunction[];

  @BooleanField({ description: 'Does the service use AI?', example: true })
  usesAi: boolean;

  @TextField({
    description:
      'Who provides the AI model, in words, where no more is known. `modelProviders` says it in full.',
    example: 'the vendor itself',
    optional: true,
    maxLength: 200,
  })
  modelProvider?: string | null;

  @RecordListField(() => ModelProviderFields, {
    description:
      'Who provides the AI models; an empty list when the vendor runs only its own, left out when not known.',
    optional: true,
    maxItems: 50,
  })
  modelProviders?: ModelProviderFields[] | null;

  @RecordListField(() => ModelVersionFields, {
    description: 'Model versions in use, each described by a model card of this service.',
    optional: true,
    maxItems: 50,
  })
  modelVersions?: ModelVersionFields[] | null;

  @RecordListField(() => SubcontractorFields, {
    description:
      'Companies behind the vendor that handle the data; leave out when the vendor has not named them.',
    optional: true,
    maxItems: 100,
  })
  subcontractors?: SubcontractorFields[] | null;

  @RecordListField(() => IntegrationFields, {
    description: 'Other systems that the service reads from or writes to.',
    optional: true,
    maxItems: 50,
  })
  integrations?: IntegrationFields[] | null;

  @CountryListField({
    description: 'Countries where the service keeps or works with data; leave out when unknown.',
    optional: true,
  })
  hostingCountries?: string[] | null;

  @TextListField({
    description: 'Hosting regions, as the vendor or its host names them.',
    example: ['us-central'],
    optional: true,
    maxLength: 100,
    maxItems: 50,
  })
  hostingRegions?: string[] | null;
}
