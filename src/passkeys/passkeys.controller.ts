import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY, OF_CHANGE } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { PageOf } from '../common/http/page-of';
import { PageQuery, type Page } from '../common/http/paging';
import { ETAG_HEADER, LOCATION_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { ApiIfMatch } from '../records/records.controller';
import {
  PasskeyOptions,
  PasskeyResponse,
  RegisteredPasskey,
  RegisterPasskeyDto,
  UpdatePasskeyDto,
} from './passkey.dto';
import { PasskeysService } from './passkeys.service';

const PASSKEY = { name: 'passkeyId', format: 'uuid', description: 'The passkey.' };
const RECENT = { refusals: ['recent-sign-in-needed'] } as const;

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/account')
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Post('passkey-registrations')
  @OfPerson(RECENT)
  @ApiOperation({ operationId: 'begin-passkey', summary: 'Begin to register a passkey' })
  @ApiResponse({ status: 201, type: PasskeyOptions, description: 'What the browser needs' })
  @ApiProblems('passkeys-unavailable', 'too-many-passkeys')
  begin(@CurrentPerson() caller: PersonCaller): Promise<PasskeyOptions> {
    return this.passkeys.begin(caller);
  }

  @Post('passkeys')
  @OfPerson()
  @ApiOperation({
    operationId: 'register-passkey',
    summary:
      'Register the passkey that the browser made: from now on it signs you in, and is a second factor',
  })
  @ApiResponse({
    status: 201,
    type: RegisteredPasskey,
    description: 'Registered',
    headers: { ...LOCATION_HEADER, ...ETAG_HEADER },
  })
  @ApiProblems(...OF_BODY, 'passkeys-unavailable', 'passkey-refused', 'passkey-there', 'too-many-passkeys')
  register(
    @CurrentPerson() caller: PersonCaller,
    @Body() body: RegisterPasskeyDto,
  ): Promise<RegisteredPasskey> {
    return this.passkeys.register(caller, body);
  }

  @Get('passkeys')
  @OfPerson()
  @ApiOperation({ operationId: 'list-passkeys', summary: 'List your passkeys, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(PasskeyResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  list(@CurrentPerson() caller: PersonCaller, @Query() query: PageQuery): Promise<Page<PasskeyResponse>> {
    return this.passkeys.list(caller, query);
  }

  @Patch('passkeys/:passkeyId')
  @OfPerson()
  @ApiParam(PASSKEY)
  @ApiIfMatch()
  @ApiOperation({ operationId: 'update-passkey', summary: 'Rename a passkey' })
  @ApiResponse({ status: 200, type: PasskeyResponse, description: 'The passkey', headers: ETAG_HEADER })
  @ApiProblems(...OF_CHANGE, 'not-found')
  rename(
    @UuidParam('passkeyId') id: string,
    @IfMatch() version: number,
    @CurrentPerson() caller: PersonCaller,
    @Body() body: UpdatePasskeyDto,
  ): Promise<PasskeyResponse> {
    return this.passkeys.rename(caller, id, version, body);
  }

  @Delete('passkeys/:passkeyId')
  @OfPerson(RECENT)
  @HttpCode(204)
  @ApiParam(PASSKEY)
  @ApiOperation({ operationId: 'remove-passkey', summary: 'Remove a passkey; your other sessions end' })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ApiProblems('not-found')
  remove(@UuidParam('passkeyId') id: string, @CurrentPerson() caller: PersonCaller): Promise<void> {
    return this.passkeys.remove(caller, id);
  }
}
