import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PublicAddress } from '../common/public-address';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { SetUpDto, SetUpResponse } from './setup.dto';
import { SetupService } from './setup.service';

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1/setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly address: PublicAddress,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'set-up',
    summary: 'Set the installation up: its first person, and perhaps the first practice',
  })
  @ApiResponse({ status: 201, type: SetUpResponse, description: 'Set up; the owner is signed in' })
  @ApiProblems(...OF_BODY, 'already-set-up', 'token-unusable', 'password-refused')
  async setUp(
    @Body() body: SetUpDto,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SetUpResponse> {
    const { session, organizationIds } = await this.setup.setUp(body, client);
    return {
      session: granted(session, body.cookie === true, reply, this.address),
      organizations: organizationIds.map((id) => ({ id })),
    };
  }
}
