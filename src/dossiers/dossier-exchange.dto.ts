import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IntegerField } from '../common/fields';

const FORMATS = ['json', 'yaml'] as const;

export class ExportQuery {
  @ApiProperty({ required: false, description: 'Format of the document.', enum: FORMATS, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS, { message: `must be one of: ${FORMATS.join(', ')}` })
  format: (typeof FORMATS)[number] = 'json';
}

const COUNT = { minimum: 0, maximum: 1_000_000 };

export class ImportOutcome {
  @IntegerField({ description: 'Records made.', example: 12, ...COUNT })
  created: number;

  @IntegerField({ description: 'Records changed.', example: 1, ...COUNT })
  updated: number;

  @IntegerField({ description: 'Records that were already as the document says.', example: 3, ...COUNT })
  unchanged: number;
}
