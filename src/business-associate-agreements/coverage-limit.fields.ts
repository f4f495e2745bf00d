// What narrows an agreement that names a service: some plans of it only, some flows only.
import { KeyField, KeyListField } from '../common/fields';

export class CoverageLimitFields {
  @KeyField({
    description: 'Key of a service that the agreement covers in part only.',
    example: 'northlight-scribe',
  })
  service: string;

  @KeyListField({
    description:
      'Keys of the plans of the service that are covered; every plan when left out. With plans named, the plan in use must be one of them.',
    example: ['clinic'],
    optional: true,
  })
  plans?: string[] | null;

  @KeyListField({
    description: 'Keys of the data flows of the service that are covered; every flow when left out.',
    example: ['scribe-audio'],
    optional: true,
  })
  flows?: string[] | null;
}
