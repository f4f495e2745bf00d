// A question of clearance in the shapes of the OpenID AuthZEN Authorization API 1.0. Every field is named here: what is not, is refused.
import {
  ChoiceField,
  ChoicesField,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
} from '../common/fields';
import { US_STATES, type UsState } from '../common/us-states';
import { DATA_CLASSES, type DataClass } from '../data-flows/data-flow.fields';
import { MODALITIES, type Modality } from '../organizations/practice.fields';
import { PURPOSES, type Purpose } from './purposes';

export const SUBJECT_TYPES = ['clinician', 'role'] as const;
export const EVALUATIONS_SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type EvaluationsSemantic = (typeof EVALUATIONS_SEMANTICS)[number];

export const MOST_EVALUATIONS = 100;

export class EvaluationSubject {
  @ChoiceField(SUBJECT_TYPES, {
    description: 'Who wants to use the service: a clinician, or everybody in a role.',
  })
  type: (typeof SUBJECT_TYPES)[number];

  @PatternField({
    description:
      "The caller's own opaque id of the clinician or role: no name, no e-mail. It is checked for its form and then forgotten: not stored, not logged, not answered with.",
    example: 'c-7f3a',
    pattern: '^[A-Za-z0-9]+([_:-][A-Za-z0-9]+)*$',
    message:
      'must be an opaque id: letters and digits, with single hyphens, underscores or colons between them',
    maxLength: 80,
  })
  id: string;
}

export class EvaluationAction {
  @ChoiceField(PURPOSES, { description: 'What for.', example: 'record_session' })
  name: Purpose;
}

export class EvaluationResource {
  @ChoiceField(['service'], { description: 'Always a service.' })
  type: 'service';

  @KeyField({ description: 'Key or id of the service.', example: 'northlight-scribe' })
  id: string;
}

export class EvaluationContext {
  @ChoicesField(DATA_CLASSES, {
    description: 'Kinds of client data that would go to or come from the service, pointing at a client.',
    example: ['session_audio'],
    minItems: 1,
  })
  dataClasses: DataClass[];

  @ChoiceField(US_STATES, { description: 'State in which the client sits.', example: 'IL' })
  clientState: UsState;

  @ChoiceField(US_STATES, {
    description:
      'State in which the clinician sits; left out, every state where clinicians of the practice sit counts.',
    example: 'IL',
    optional: true,
  })
  clinicianState?: UsState | null;

  @ChoiceField(MODALITIES, {
    description: 'How the session is held; left out, every way in which the practice holds sessions counts.',
    example: 'video',
    optional: true,
  })
  modality?: Modality | null;
}

export class EvaluationRequest {
  @RecordField(() => EvaluationSubject, { description: 'Who.' })
  subject: EvaluationSubject;

  @RecordField(() => EvaluationAction, { description: 'What for.' })
  action: EvaluationAction;

  @RecordField(() => EvaluationResource, { description: 'Which service.' })
  resource: EvaluationResource;

  @RecordField(() => EvaluationContext, {
    description: 'With which data, for a client in which state. Never who the client is.',
  })
  context: EvaluationContext;
}

/** One of several questions: what it leaves out is taken from the top level. */
export class EvaluationPart {
  @RecordField(() => EvaluationSubject, { description: 'Who.', optional: true })
  subject?: EvaluationSubject | null;

  @RecordField(() => EvaluationAction, { description: 'What for.', optional: true })
  action?: EvaluationAction | null;

  @RecordField(() => EvaluationResource, { description: 'Which service.', optional: true })
  resource?: EvaluationResource | null;

  @RecordField(() => EvaluationContext, {
    description: 'With which data, for a client in which state: replaces that of the top level as a whole.',
    optional: true,
  })
  context?: EvaluationContext | null;
}

export class EvaluationsOptions {
  @ChoiceField(EVALUATIONS_SEMANTICS, {
    description: 'Answer every question, or stop after the first deny or the first permit.',
    optional: true,
  })
  evaluations_semantic?: EvaluationsSemantic | null;
}

export class EvaluationsRequest extends EvaluationPart {
  @RecordListField(() => EvaluationPart, {
    description: 'The questions. Without any, the top level is one question and is answered as one.',
    optional: true,
    ordered: true,
    maxItems: MOST_EVALUATIONS,
  })
  evaluations?: EvaluationPart[] | null;

  @RecordField(() => EvaluationsOptions, { description: 'How to answer several.', optional: true })
  options?: EvaluationsOptions | null;
}
