import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { CalendarDate } from '../common/calendar-date';
import { BooleanField, ChoiceField, DateField, IdField, IntegerField, TextField } from '../common/fields';
import { PageQuery } from '../common/http/paging';
import { LEVELS, type Level } from '../common/level';
import { ROLE_NAMES, type Role } from '../permissions/roles';
import { LEVEL_CHOICES, ORDERS, SORTS, type Order, type PortfolioWish, type Sort } from './portfolio-wish';

const COUNT = { minimum: 0, maximum: 2147483647 };
const oneOf = (choices: readonly string[]) => ({ message: `must be one of ${choices.join(', ')}` });

export class PortfolioQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Only those with this in their name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiProperty({
    required: false,
    enum: LEVEL_CHOICES,
    description: 'Only those at this level; none: not scored.',
  })
  @IsOptional()
  @IsIn(LEVEL_CHOICES, oneOf(LEVEL_CHOICES))
  level?: PortfolioWish['level'];

  @ApiProperty({ required: false, enum: ['open'], description: 'Only those with open gates.' })
  @IsOptional()
  @IsIn(['open'], oneOf(['open']))
  gates?: 'open';

  @ApiProperty({
    required: false,
    enum: ['soon'],
    description: 'Only those where something is due within 30 days.',
  })
  @IsOptional()
  @IsIn(['soon'], oneOf(['soon']))
  due?: 'soon';

  @ApiProperty({
    required: false,
    enum: ['stale'],
    description: 'Only those with evidence that is stale or expired.',
  })
  @IsOptional()
  @IsIn(['stale'], oneOf(['stale']))
  evidence?: 'stale';

  @ApiProperty({ required: false, enum: SORTS, default: 'risk', description: 'By what the list is sorted.' })
  @IsOptional()
  @IsIn(SORTS, oneOf(SORTS))
  sort?: Sort;

  @ApiProperty({
    required: false,
    enum: ORDERS,
    description: 'Left out: what is worst, most or soonest first.',
  })
  @IsOptional()
  @IsIn(ORDERS, oneOf(ORDERS))
  order?: Order;
}

export const DUE_KINDS = ['incident', 'result', 'agreement', 'evidence'] as const;
const DECISIONS = ['do_not_use', 'not_enough_known', 'use_with_conditions', 'acceptable'] as const;
const REFUSALS = ['second-factor-needed', 'new-sign-in-needed', 'single-sign-on-needed'] as const;

export class DueResponse {
  @DateField({
    description: 'The last day on which it holds, or on which what is owed is in time: that one may be past.',
  })
  on: CalendarDate;

  @ChoiceField(DUE_KINDS, {
    description:
      'What is owed because of an incident, the score of a tool, an agreement that ends, a document that expires.',
  })
  kind: (typeof DUE_KINDS)[number];

  @TextField({ description: 'Name of the tool, title of the agreement or of the document.', maxLength: 1000 })
  of: string;
}

export class PortfolioPracticeResponse {
  @IdField()
  id: string;

  @TextField({ description: 'Name.', maxLength: 200 })
  name: string;

  @ChoiceField(ROLE_NAMES, { description: 'What you are there.' })
  role: Role;

  @BooleanField({ description: 'It is closed: read and no longer changed.' })
  isClosed: boolean;

  @BooleanField({ description: 'It is made up, to look around in: it stands last, and counts in no level.' })
  isExample: boolean;

  @ChoiceField(REFUSALS, {
    description: 'The problem that this session would be answered with there; then all figures are null.',
    optional: true,
  })
  refusal: (typeof REFUSALS)[number] | null;

  @ChoiceField(LEVELS, {
    description: 'Level of risk of the tool that is worst off; null where none is scored.',
    optional: true,
  })
  level: Level | null;

  @ChoiceField(DECISIONS, { description: 'Decision on that tool.', optional: true })
  decision: (typeof DECISIONS)[number] | null;

  @TextField({ description: 'Name of that tool.', maxLength: 1000, optional: true })
  worstTool: string | null;

  @IntegerField({ description: 'Tools on record.', ...COUNT, optional: true })
  tools: number | null;

  @IntegerField({ description: 'Gates of all tools that fired or are open.', ...COUNT, optional: true })
  openGates: number | null;

  @IntegerField({ description: 'Tasks: what is undone.', ...COUNT, optional: true })
  openTasks: number | null;

  @ApiProperty({ type: () => DueResponse, nullable: true, description: 'What is due next, from today on.' })
  nextDue: DueResponse | null;

  @IntegerField({ description: 'Documents that are stale or expired.', ...COUNT, optional: true })
  staleEvidence: number | null;

  @DateField({ description: 'Date of the last sealed assessment.', optional: true })
  lastSealedOn: CalendarDate | null;
}

export class PortfolioResponse {
  @ApiProperty({ type: () => [PortfolioPracticeResponse], description: 'In the order that was asked for.' })
  items: PortfolioPracticeResponse[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Send as `cursor` for the next page; null on the last.',
  })
  nextCursor: string | null;

  @IntegerField({ description: 'Practices that fit the filter.', ...COUNT })
  found: number;

  @IntegerField({ description: 'All your practices.', ...COUNT })
  all: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description:
      'How many of all but examples stand at each level; none: not scored, or not open to this session.',
  })
  levels: Partial<Record<Level | 'none', number>>;
}
