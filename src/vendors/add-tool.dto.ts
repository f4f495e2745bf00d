// "Which tools do you use?": a service and, where it is new, its vendor.
import { BooleanField, ChoicesField, KeyField, TextField } from '../common/fields';
import { SERVICE_FUNCTIONS, type ServiceFunction } from './service.fields';

export class AddToolDto {
  @TextField({ description: 'Name of the tool.', example: 'Northlight Scribe', maxLength: 200 })
  name: string;

  @KeyField({ description: 'Key of its vendor, where that is on the list.', optional: true })
  vendor?: string | null;

  @TextField({ description: 'Name of its vendor, where it is not.', optional: true, maxLength: 200 })
  vendorName?: string | null;

  @TextField({ description: 'Plan or edition.', optional: true, maxLength: 100 })
  plan?: string | null;

  @ChoicesField(SERVICE_FUNCTIONS, { description: 'What the tool does.', minItems: 1 })
  functions: ServiceFunction[];

  @BooleanField({ description: 'Does it use AI?' })
  usesAi: boolean;
}
