import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { KEY_PATTERN } from '../common/fields';
import { PageQuery } from '../common/http/paging';

export class RecordPageQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Only the record with this key.' })
  @IsOptional()
  @IsString({ message: 'must be a key' })
  @Matches(new RegExp(KEY_PATTERN), { message: 'must be a key' })
  @MaxLength(80, { message: 'must be a key' })
  key?: string;
}
