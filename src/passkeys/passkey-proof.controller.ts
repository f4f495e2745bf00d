import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson, Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { granted } from '../sessions/session-cookie';
import { SessionGrant } from '../sessions/session.dto';
import { GivePasskeyDto, PasskeyOptions, SignInWithPasskeyDto } from './passkey.dto';
import { PasskeyProofService } from './passkey-proof.service';

const WITH_PASSKEY = [...OF_BODY, 'passkeys-unavailable', 'too-many-attempts'] as const;

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1')
export class PasskeySignInController {
  constructor(
    private readonly proofs: PasskeyProofService,
    private readonly address: PublicAddress,
  ) {}

  @Post('passkey-challenges')
  @ApiOperation({ operationId: 'begin-passkey-sign-in', summary: 'Begin to sign in with a passkey' })
  @ApiResponse({ status: 201, type: PasskeyOptions, description: 'What the browser needs' })
  @ApiProblems('passkeys-unavailable')
  begin(): Promise<PasskeyOptions> {
    return this.proofs.signInChallenge();
  }

  @Post('passkey-sessions')
  @ApiOperation({
    operationId: 'sign-in-with-passkey',
    summary: 'Sign in with a passkey; it counts as both factors',
  })
  @ApiResponse({ status: 201, type: SessionGrant, description: 'Signed in' })
  @ApiProblems(...WITH_PASSKEY, 'sign-in-refused')
  async signIn(
    @Body() { credential, cookie }: SignInWithPasskeyDto,
    @CurrentClient() client: RequestClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionGrant> {
    const session = await this.proofs.signIn(credential, client);
    return granted(session, cookie === true, reply, this.address);
  }
}

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/session')
export class PasskeySessionController {
  constructor(private readonly proofs: PasskeyProofService) {}

  @Post('passkey-challenges')
  @OfPerson({ beforeSecondFactor: true })
  @ApiOperation({
    operationId: 'begin-passkey-factor',
    summary: 'Begin to give a passkey as your second factor',
  })
  @ApiResponse({ status: 201, type: PasskeyOptions, description: 'What the browser needs' })
  @ApiProblems('passkeys-unavailable')
  begin(@CurrentPerson() caller: PersonCaller): Promise<PasskeyOptions> {
    return this.proofs.secondFactorChallenge(caller);
  }

  @Post('passkey')
  @OfPerson({ beforeSecondFactor: true, refusals: ['second-factor-refused'] })
  @HttpCode(204)
  @ApiOperation({
    operationId: 'give-passkey',
    summary: 'Give your second factor in this session: a passkey',
  })
  @ApiResponse({ status: 204, description: 'Given' })
  @ApiProblems(...WITH_PASSKEY)
  give(@CurrentPerson() caller: PersonCaller, @Body() { credential }: GivePasskeyDto): Promise<void> {
    return this.proofs.give(caller, credential);
  }
}
