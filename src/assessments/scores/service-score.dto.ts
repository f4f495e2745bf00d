import { ApiProperty } from '@nestjs/swagger';
import type { CalendarDate } from '../../common/calendar-date';
import {
  BooleanField,
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  KeyField,
  TextField,
} from '../../common/fields';
import { LEVELS, type Level } from '../../common/level';
import { DECISIONS, type DecisionCode, type ServiceResult } from '../scoring/service-result';

export class ServiceScoreResponse {
  @IdField({ description: 'Id of the service.' })
  id: string;

  @KeyField({ description: 'Key of the service.', example: 'northlight-scribe' })
  service: string;

  @TextField({ description: 'Name of the service.', example: 'Northlight Scribe', maxLength: 200 })
  name: string;

  @ChoiceField(DECISIONS, { description: 'What the practice may do.' })
  decision: DecisionCode;

  @ChoiceField(LEVELS, { description: 'Residual level: the worst threat, never an average.' })
  level: Level;

  @ChoiceField(LEVELS, { description: 'Level before any control counts.' })
  inherentLevel: Level;

  @IntegerField({ description: 'For sorting; agrees with the level.', minimum: 0, maximum: 100 })
  indexOutOf100: number;

  @IntegerField({ description: 'Share of what has to be known that is known.', minimum: 0, maximum: 100 })
  confidencePercent: number;

  @DateField({ description: "Date for which it was scored, in the practice's time zone." })
  asOf: CalendarDate;

  @DateField({ description: 'Last date on which it holds without new facts.', optional: true })
  holdsUntil: CalendarDate | null;

  @TextField({ description: 'Scoring model.', maxLength: 100 })
  modelId: string;

  @TextField({ description: 'Version of the model.', maxLength: 50 })
  modelVersion: string;

  @BooleanField({
    description:
      'False once holdsUntil is past or the scoring model has changed: do not rely on it until it is scored again.',
  })
  isCurrent: boolean;

  @TextField({ description: 'Why, in a few words.', maxLength: 500 })
  why: string;
}

export class ServiceScoreDetailResponse extends ServiceScoreResponse {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'The whole result: gates, threats with every contribution, unknowns, conditions (docs/scoring.md).',
  })
  result: ServiceResult;
}
