import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PublicAddress } from '../common/public-address';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { SessionGrant } from '../sessions/session.dto';
import { SignInDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1/sessions')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly address: PublicAddress,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'sign-in', summary: 'Sign in with e-mail address and password' })
  @ApiResponse({ status: 201, type: SessionGrant, description: 'Signed in' })
  @ApiProblems(...OF_BODY, 'sign-in-refused', 'too-many-attempts')
  async signIn(
    @Body() { email, password, cookie }: SignInDto,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionGrant> {
    const session = await this.signIns.signIn({ email, password }, client);
    return granted(session, cookie === true, reply, this.address);
  }
}
