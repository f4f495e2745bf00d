import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../common/http/paging';
import { FILE_DIGEST } from './file.dto';

export class FilePageQuery extends PageQuery {
  @ApiProperty({
    required: false,
    description: 'Only the files with these bytes.',
    pattern: FILE_DIGEST.pattern,
    example: FILE_DIGEST.example,
  })
  @IsOptional()
  @Matches(new RegExp(FILE_DIGEST.pattern), { message: FILE_DIGEST.message })
  digest?: string;
}
