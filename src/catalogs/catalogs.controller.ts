import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems } from '../common/http/api-problems';
import { namesEntityTag } from '../common/http/entity-tag';
import { DomainError } from '../common/problems/domain.error';
import { CATALOGS } from './catalogs.tokens';
import type { Catalogs } from './load-catalogs';
import { publishedCatalogs, type PublishedCatalog } from './published-catalogs';
import { SignedIn } from '../permissions/route-access';

class CatalogSummary {
  @ApiProperty({ description: 'Id of the catalog.', example: 'agreement-provisions' })
  id: string;

  @ApiProperty({ description: 'Its version.', example: '3.0.0' })
  version: string;

  @ApiProperty({ description: 'SHA-256 of its file, in hex.' })
  digest: string;

  @ApiProperty({ format: 'date', description: 'The date as of which its law entries stand.' })
  lawAsOf: string;
}

class CatalogList {
  @ApiProperty({ type: () => [CatalogSummary], description: 'The catalogs of this installation.' })
  items: CatalogSummary[];
}

/** What an installation goes by: provisions, questions, law entries, the scoring model. The same for every organization. */
@ApiTags('Catalogs')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/catalogs')
export class CatalogsController {
  private readonly published: ReadonlyMap<string, PublishedCatalog>;

  constructor(@Inject(CATALOGS) private readonly catalogs: Catalogs) {
    this.published = publishedCatalogs(catalogs);
  }

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'list-catalogs', summary: 'List the catalogs' })
  @ApiResponse({ status: 200, type: CatalogList, description: 'The catalogs' })
  list(): CatalogList {
    return { items: this.catalogs.digests.filter(({ id }) => this.published.has(id)) };
  }

  @Get(':catalogId')
  @SignedIn()
  @ApiParam({ name: 'catalogId', description: 'Id of the catalog.', example: 'agreement-provisions' })
  @ApiOperation({ operationId: 'get-catalog', summary: 'Read a catalog' })
  @ApiResponse({
    status: 200,
    description: 'The catalog as its file has it',
    schema: {
      type: 'object',
      required: ['id', 'version', 'source', 'effectiveOn', 'lawAsOf'],
      properties: {
        id: { type: 'string' },
        version: { type: 'string' },
        source: { type: 'string' },
        effectiveOn: { type: 'string', format: 'date' },
        lawAsOf: { type: 'string', format: 'date' },
      },
      additionalProperties: true,
    },
    headers: { ETag: { description: 'Digest of the file, for If-None-Match.', schema: { type: 'string' } } },
  })
  @ApiResponse({ status: 304, description: 'Unchanged: If-None-Match named its ETag' })
  @ApiProblems('not-found')
  get(
    @Param('catalogId') catalogId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): PublishedCatalog['content'] | undefined {
    const catalog = this.published.get(catalogId);
    if (!catalog) throw new DomainError('not-found', 'There is no catalog with this id.');
    const etag = `"${catalog.digest}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (!namesEntityTag(request.headers['if-none-match'], etag)) return catalog.content;
    void reply.status(304);
    return undefined;
  }
}
