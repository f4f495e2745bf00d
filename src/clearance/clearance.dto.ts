// The answers of clearance.
import { OBLIGATION_BASES } from '../catalogs/clearance-obligations.shape';
import type { CalendarDate } from '../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  KeyField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import {
  REASON_CODES,
  type AssessmentBasis,
  type Clearance,
  type Obligation,
  type Reason,
  type ReasonCode,
} from './clearance-facts';
import { MOST_EVALUATIONS } from './evaluation.dto';

const CONFIDENCES = ['high', 'medium', 'low'] as const;

export class ReasonResponse implements Reason {
  @ChoiceField(REASON_CODES, { description: 'Stable code.', example: 'decision-use-with-conditions' })
  code: ReasonCode;

  @TextField({
    description: 'In words.',
    example: 'Use with conditions: Worst threat moderate: inaccurate notes.',
    maxLength: 5000,
  })
  text: string;

  @TextField({ description: 'What it rests on, where something is cited.', optional: true, maxLength: 2000 })
  citation: string | null;

  @ChoiceField(['law', 'house'], { description: 'A duty that the citation states, or a rule of the house.' })
  kind: 'law' | 'house';
}

export class ObligationResponse implements Obligation {
  @KeyField({ description: 'Stable id.', example: 'recording-consent' })
  id: string;

  @TextField({
    description: 'What has to be done.',
    example: 'Obtain consent to recording from everyone who can be heard, before the recording.',
    maxLength: 5000,
  })
  text: string;

  @TextField({
    description: 'What it rests on, where something is cited.',
    example: '720 ILCS 5/14-1, 5/14-2',
    optional: true,
    maxLength: 2000,
  })
  citation: string | null;

  @ChoiceField(OBLIGATION_BASES, { description: 'A duty that the citation states, or good practice.' })
  basis: Obligation['basis'];

  @ChoiceField(CONFIDENCES, { description: 'How sure the source is.' })
  confidence: Obligation['confidence'];

  @IntegerField({
    description: 'Days after the session within which it is to be done.',
    optional: true,
    minimum: 0,
    maximum: 36500,
  })
  withinDays: number | null;

  @DateField({ description: 'The same as a date, for a session of today.', optional: true })
  dueOn: CalendarDate | null;
}

export class AssessmentBasisResponse implements AssessmentBasis {
  @KeyField({ description: 'Key of the service.', example: 'northlight-scribe' })
  service: string;

  @DateField({ description: 'Date for which it was scored.' })
  asOf: CalendarDate;

  @InstantField({ description: 'When it was scored.' })
  scoredAt: Date;

  @DateField({ description: 'Last date on which the answer holds without new facts.', optional: true })
  holdsUntil: CalendarDate | null;

  @TextField({ description: 'Scoring model.', example: 'duecare-scoring-model', maxLength: 100 })
  modelId: string;

  @TextField({ description: 'Version of the model.', example: '3.0.0', maxLength: 50 })
  modelVersion: string;

  @IdField({ description: "The practice's latest sealed assessment, if there is one.", optional: true })
  latestSealedAssessmentId: string | null;
}

export class ClearanceContextResponse {
  @RecordListField(() => ReasonResponse, {
    description: 'Why: for a deny, everything that speaks against.',
    maxItems: 100,
  })
  reasons: ReasonResponse[];

  @RecordListField(() => ObligationResponse, {
    description: 'What has to be done by whoever uses the service. None with a deny.',
    maxItems: 100,
  })
  obligations: ObligationResponse[];

  @RecordField(() => AssessmentBasisResponse, {
    description: 'What the answer rests on; null where nothing is stored of the service.',
    optional: true,
  })
  assessmentBasis: AssessmentBasisResponse | null;

  @TextField({ description: 'What the answer is not.', maxLength: 500 })
  notice: string;
}

export class EvaluationResponse {
  @BooleanField({ description: 'True: permit. False: deny.', example: true })
  decision: boolean;

  @RecordField(() => ClearanceContextResponse, { description: 'Reasons, obligations and what it rests on.' })
  context: Clearance['context'];
}

export class EvaluationsResponse {
  @RecordListField(() => EvaluationResponse, {
    description: 'The answers, in the order of the questions; fewer where the semantic stops early.',
    maxItems: MOST_EVALUATIONS,
  })
  evaluations: Clearance[];
}
