import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** The response class of a page of records, for the OpenAPI document. */
export function PageOf<T>(item: Type<T>): Type<{ items: T[]; nextCursor: string | null }> {
  class PageResponse {
    @ApiProperty({ type: () => [item], description: 'In the order in which they were made.' })
    items: T[];

    @ApiProperty({
      type: 'string',
      nullable: true,
      description: 'Send as `cursor` for the next page; null on the last.',
    })
    nextCursor: string | null;
  }
  Object.defineProperty(PageResponse, 'name', { value: `${item.name.replace(/Response$/, '')}Page` });
  return PageResponse;
}
