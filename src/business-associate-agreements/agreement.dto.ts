import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Validate } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import { KeyField, PartialFields, RecordField } from '../common/fields';
import { IsCalendarDate } from '../common/fields/calendar-date.validator';
import { AsResponse } from '../records/as-response';
import { RecordPageQuery } from '../records/record-page.query.dto';
import { AgreementStandingResponse } from './agreement-standing.dto';
import { AgreementFields } from './agreement.fields';

export class CreateAgreementDto extends AgreementFields {
  @KeyField({ example: 'northlight-baa-2026' })
  key: string;

  @KeyField({ description: 'Key of the vendor that signs.', example: 'northlight-notes' })
  vendor: string;
}

export class UpdateAgreementDto extends PartialFields(AgreementFields) {}

export class AgreementResponse extends AsResponse(CreateAgreementDto) {
  @RecordField(() => AgreementStandingResponse, { description: 'How it stands on a date.' })
  standing: AgreementStandingResponse;
}

export class AgreementPageQuery extends RecordPageQuery {
  @ApiProperty({
    required: false,
    type: String,
    format: 'date',
    example: '2026-11-22',
    description:
      "The date for which to tell how each stands; today in the practice's time zone when left out.",
  })
  @IsOptional()
  @Validate(IsCalendarDate)
  asOf?: CalendarDate;
}
