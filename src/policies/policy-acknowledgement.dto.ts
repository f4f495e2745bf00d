import { KeyField, RecordField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { NotedAcknowledgementFields, PolicyAcknowledgementFields } from './policy-acknowledgement.fields';
import { PolicyPersonFields } from './policy.fields';

/** As a dossier holds it. */
export class CreatePolicyAcknowledgementDto extends PolicyAcknowledgementFields {
  @KeyField({ example: 'keeping-and-deleting-1-omar-reyes' })
  key: string;
}

/** As somebody notes it for a person without an account. */
export class NoteAcknowledgementDto extends NotedAcknowledgementFields {
  @RecordField(() => PolicyPersonFields, { description: 'Who notes it.' })
  notedBy: PolicyPersonFields;
}

/** As a person says it of themselves, signed in. */
export class OwnAcknowledgementDto {
  @KeyField({ description: 'Key of the version of the policy.', example: 'keeping-and-deleting-1' })
  policyVersion: string;
}

export class PolicyAcknowledgementResponse extends AsResponse(CreatePolicyAcknowledgementDto) {}
