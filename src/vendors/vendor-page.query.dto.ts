import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength, Validate } from 'class-validator';
import { IsNotBlank, IsPlainText } from '../common/fields/plain-text.validator';
import { RecordPageQuery } from '../records/record-page.query.dto';

const TEXT_MAX_LENGTH = 100;

export class VendorPageQuery extends RecordPageQuery {
  @ApiProperty({
    required: false,
    description: 'Only vendors whose name or key holds this text, in whatever case.',
    maxLength: TEXT_MAX_LENGTH,
  })
  @IsOptional()
  @IsString({ message: 'must be text' })
  @Validate(IsPlainText)
  @Validate(IsNotBlank)
  @MaxLength(TEXT_MAX_LENGTH, { message: `must be at most ${TEXT_MAX_LENGTH} characters long` })
  text?: string;

  @ApiProperty({
    required: false,
    type: 'boolean',
    description: 'Only vendors with a service that uses AI (true), or without one (false).',
  })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: 'must be true or false' })
  usesAi?: boolean;
}
