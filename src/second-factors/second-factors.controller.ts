import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import {
  ConfirmedTotp,
  GiveSecondFactorDto,
  RecoveryCodesResponse,
  RemoveTotpDto,
  RenewRecoveryCodesDto,
  TotpCodeDto,
  TotpEnrolment,
} from './second-factor.dto';
import { SecondFactorsService } from './second-factors.service';

const WITH_CODE = [...OF_BODY, 'too-many-attempts'] as const;

const REFUSED = ['second-factor-refused'] as const;
const RECENT = ['recent-sign-in-needed'] as const;

@ApiTags('Account')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1')
export class SecondFactorsController {
  constructor(private readonly secondFactors: SecondFactorsService) {}

  @Post('session/second-factor')
  @OfPerson({ beforeSecondFactor: true, refusals: REFUSED })
  @HttpCode(204)
  @ApiOperation({
    operationId: 'give-second-factor',
    summary: 'Give your second factor in this session: a code',
  })
  @ApiResponse({ status: 204, description: 'Given' })
  @ApiProblems(...WITH_CODE)
  give(@CurrentPerson() caller: PersonCaller, @Body() body: GiveSecondFactorDto): Promise<void> {
    return this.secondFactors.give(caller, body);
  }

  @Post('account/totp')
  @OfPerson({ refusals: RECENT })
  @ApiOperation({ operationId: 'begin-totp', summary: 'Begin to set up an authenticator app' })
  @ApiResponse({ status: 201, type: TotpEnrolment, description: 'The secret, shown this once' })
  @ApiProblems('second-factor-there')
  begin(@CurrentPerson() caller: PersonCaller): Promise<TotpEnrolment> {
    return this.secondFactors.begin(caller);
  }

  @Post('account/totp/confirmations')
  @OfPerson({ refusals: [...REFUSED, ...RECENT] })
  @HttpCode(200)
  @ApiOperation({
    operationId: 'confirm-totp',
    summary: 'Show that the app works: from now on every session asks for it; your other sessions end',
  })
  @ApiResponse({ status: 200, type: ConfirmedTotp, description: 'Set up' })
  @ApiProblems(...WITH_CODE, 'second-factor-there')
  async confirm(
    @CurrentPerson() caller: PersonCaller,
    @Body() { code }: TotpCodeDto,
  ): Promise<ConfirmedTotp> {
    return { recoveryCodes: await this.secondFactors.confirm(caller, code) };
  }

  @Post('account/totp/removals')
  @OfPerson({ refusals: [...REFUSED, ...RECENT] })
  @HttpCode(204)
  @ApiOperation({
    operationId: 'remove-totp',
    summary: 'Remove the authenticator app; the recovery codes go with the last second factor',
  })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ApiProblems(...WITH_CODE)
  remove(@CurrentPerson() caller: PersonCaller, @Body() { code }: RemoveTotpDto): Promise<void> {
    return this.secondFactors.remove(caller, code ?? null);
  }

  @Post('account/recovery-codes')
  @OfPerson({ refusals: [...REFUSED, ...RECENT] })
  @ApiOperation({
    operationId: 'renew-recovery-codes',
    summary: 'Get new recovery codes; the earlier ones work no more',
  })
  @ApiResponse({ status: 201, type: RecoveryCodesResponse, description: 'The codes, shown this once' })
  @ApiProblems(...WITH_CODE)
  async renew(
    @CurrentPerson() caller: PersonCaller,
    @Body() { code }: RenewRecoveryCodesDto,
  ): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.secondFactors.renewRecoveryCodes(caller, code ?? null) };
  }
}
