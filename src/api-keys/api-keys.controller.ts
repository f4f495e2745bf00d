import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ApiOrganizationParam } from '../records/records.controller';
import { ApiKeyResponse, ApiKeyWithSecret, CreateApiKeyDto, RotateApiKeyDto } from './api-key.dto';
import { ApiKeysService } from './api-keys.service';

const KEY_PARAM = { name: 'keyId', format: 'uuid', description: 'The API key.' };
@ApiTags('API keys')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Allows('api-keys.manage')
  @ApiOperation({ operationId: 'list-api-keys', summary: 'List API keys, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(ApiKeyResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ApiKeyResponse>> {
    return this.apiKeys.list(organizationId, query);
  }

  @Post()
  @Allows('api-keys.manage')
  @ApiOperation({ operationId: 'create-api-key', summary: 'Make an API key' })
  @ApiResponse({ status: 201, type: ApiKeyWithSecret, description: 'The key, shown this once' })
  @ApiProblems(...OF_BODY)
  create(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: CreateApiKeyDto,
  ): Promise<ApiKeyWithSecret> {
    return this.apiKeys.create(organizationId, caller, body);
  }

  @Post(':keyId/rotations')
  @Allows('api-keys.manage')
  @ApiParam(KEY_PARAM)
  @ApiOperation({
    operationId: 'rotate-api-key',
    summary: 'Give an API key a new secret; the earlier one works on for a while',
  })
  @ApiResponse({ status: 201, type: ApiKeyWithSecret, description: 'The new secret, shown this once' })
  @ApiProblems(...OF_BODY, 'api-key-revoked')
  rotate(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('keyId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Body() { overlapHours }: RotateApiKeyDto,
  ): Promise<ApiKeyWithSecret> {
    return this.apiKeys.rotate(organizationId, caller, id, overlapHours);
  }

  @Post(':keyId/revocations')
  @Allows('api-keys.manage')
  @HttpCode(200)
  @ApiParam(KEY_PARAM)
  @ApiOperation({ operationId: 'revoke-api-key', summary: 'Revoke an API key for good' })
  @ApiResponse({ status: 200, type: ApiKeyResponse, description: 'Revoked' })
  @ApiProblems('api-key-revoked')
  revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('keyId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<ApiKeyResponse> {
    return this.apiKeys.revoke(organizationId, caller, id);
  }
}
