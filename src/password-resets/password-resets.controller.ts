import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { Public } from '../permissions/route-access';
import { CurrentClient, type RequestClient } from '../sessions/request-client';
import { AskForResetDto, ResetPasswordDto } from './password-reset.dto';
import { PasswordResetsService } from './password-resets.service';

@ApiTags('Signing in')
@Public()
@ApiProblems('internal-error', 'unavailable')
@Controller('v1/password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ operationId: 'ask-for-password-reset', summary: 'Ask for a link to set a new password' })
  @ApiResponse({ status: 204, description: 'If there is such an account, a link is on its way' })
  @ApiProblems(...OF_BODY, 'too-many-attempts')
  ask(@Body() { email }: AskForResetDto, @CurrentClient() client: RequestClient): Promise<void> {
    return this.resets.ask(email, client);
  }

  @Post('redemptions')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'reset-password',
    summary: 'Set a new password with the link; every session ends',
  })
  @ApiResponse({ status: 204, description: 'Set' })
  @ApiProblems(...OF_BODY, 'token-unusable', 'password-refused')
  reset(@Body() body: ResetPasswordDto, @CurrentClient() client: RequestClient): Promise<void> {
    return this.resets.reset(body, client);
  }
}
