// A model card: what is said of one version of one AI model, for what it was made, on whom it was tried, and how it did.
import {
  ChoiceField,
  DateField,
  NumberField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

/** One measured figure. Named after CycloneDX performance metrics: what was measured, the value, and the slice of people. */
export class ModelMetricFields {
  @TextField({ description: 'What was measured.', example: 'word error rate', maxLength: 200 })
  name: string;

  @NumberField({ description: 'The value.', example: 7.2, minimum: -1000000000, maximum: 1000000000 })
  value: number;

  @TextField({ description: 'Unit of the value.', example: 'percent', optional: true, maxLength: 40 })
  unit?: string | null;

  @TextField({
    description: 'On whom it was measured; leave out when not said.',
    example: 'Adults whose first language is Spanish',
    optional: true,
    maxLength: 300,
  })
  population?: string | null;
}

export class ModelCardFields {
  @TextField({ description: 'Name of the model.', example: 'Northlight Notewriter', maxLength: 200 })
  model: string;

  @TextField({
    description: 'Version of the model, as the provider writes it.',
    example: '2026.2',
    maxLength: 100,
  })
  modelVersion: string;

  @TextField({ description: 'Who provides the model.', example: 'Northlight Notes, Inc.', maxLength: 200 })
  provider: string;

  @DateField({
    description: 'Day on which this version was released.',
    optional: true,
    example: '2026-06-02',
  })
  releasedOn?: CalendarDate | null;

  @TextField({
    description: 'What the model is meant for.',
    example: 'Drafting progress notes for review by a clinician',
    maxLength: 1000,
  })
  intendedUse: string;

  @TextListField({
    description:
      'Uses that the provider advises against; an empty list when it names none, left out when not said.',
    example: ['Judging the risk of suicide'],
    optional: true,
    maxLength: 500,
    maxItems: 50,
  })
  outOfScopeUses?: string[] | null;

  @TextListField({
    description: 'Known limitations; an empty list when it names none, left out when not said.',
    example: ['Less accurate when several people speak at once'],
    optional: true,
    maxLength: 500,
    maxItems: 50,
  })
  limitations?: string[] | null;

  @TextField({
    description: 'What the model was trained on, in short; leave out when not said.',
    example: 'Licensed speech and staged sessions with actors',
    optional: true,
    maxLength: 2000,
  })
  trainingData?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does the training data hold data of clients or patients, of whatever practice?',
    example: 'no',
  })
  trainedOnClientData: YesNoUnknown;

  @TextListField({
    description: 'Languages for which the model is meant; leave out when not said.',
    example: ['English', 'Spanish'],
    optional: true,
    maxLength: 80,
    maxItems: 100,
  })
  languages?: string[] | null;

  @TextListField({
    description:
      'Groups of people on whom it was evaluated; an empty list when on none, left out when not said.',
    example: ['Adults in outpatient therapy'],
    optional: true,
    maxLength: 300,
    maxItems: 100,
  })
  populationsEvaluated?: string[] | null;

  @RecordListField(() => ModelMetricFields, {
    description: 'Measured figures, each with the people on whom it was measured.',
    optional: true,
    maxItems: 200,
  })
  metrics?: ModelMetricFields[] | null;

  @TextField({
    description: 'Where the card is: a title, a section, an address.',
    example: 'Model card of 2026-06, page 2',
    optional: true,
    maxLength: 500,
  })
  reference?: string | null;

  @DateField({ description: 'Date of the card.', example: '2026-06-02' })
  datedOn: CalendarDate;
}
