// Cursor paging: lists come in the order of their ids (UUID version 7: oldest first), and a cursor says after which id to go on. The few
// lists of another order have cursors of their own.
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { NIL, validate as isUuid } from 'uuid';
import { DomainError } from '../problems/domain.error';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

export class PageQuery {
  @ApiProperty({
    required: false,
    description: 'At most so many records.',
    type: 'integer',
    minimum: 1,
    maximum: LARGEST_LIMIT,
    default: DEFAULT_LIMIT,
  })
  @IsOptional()
  @Transform(({ value }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value as unknown),
  )
  @IsInt({ message: `must be a whole number from 1 to ${LARGEST_LIMIT}` })
  @Min(1, { message: `must be a whole number from 1 to ${LARGEST_LIMIT}` })
  @Max(LARGEST_LIMIT, { message: `must be a whole number from 1 to ${LARGEST_LIMIT}` })
  limit: number = DEFAULT_LIMIT;

  @ApiProperty({ required: false, description: 'The `nextCursor` of the page before.' })
  @IsOptional()
  @IsString({ message: 'must be the nextCursor of a page before' })
  @MaxLength(100, { message: 'must be the nextCursor of a page before' })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** null on the last page */
  nextCursor: string | null;
}

/** The id after which a page begins; for the first page one that is before all others, so that queries need no second form. */
export function afterId(query: PageQuery): string {
  if (query.cursor === undefined) return NIL;
  const id = Buffer.from(query.cursor, 'base64url').toString('utf8');
  if (isUuid(id)) return id;
  throw foreignCursor();
}

export function foreignCursor(): DomainError {
  return new DomainError('request-invalid', 'The cursor is not one that this API gave.', [
    { pointer: '/cursor', code: 'invalid-field', detail: 'must be the nextCursor of a page before' },
  ]);
}

/** A page from rows fetched with one more than the limit: the extra row says that there is a next page. */
export function toPage<T extends { id: string }>(rows: readonly T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? Buffer.from(last.id).toString('base64url') : null };
}
