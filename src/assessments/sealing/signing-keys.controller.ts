import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../common/http/api-problems';
import { SIGNING_KEY, type SigningKey } from '../../common/signing/signing-key';
import { SignedIn } from '../../permissions/route-access';

class SigningKeyResponse {
  @ApiProperty({ description: 'SHA-256 of the public key, as in the seals it made.' })
  keyId: string;

  @ApiProperty({ description: 'The public key: SPKI DER, base64.' })
  publicKey: string;

  @ApiProperty({ enum: ['Ed25519'], description: 'How it signs.' })
  algorithm: 'Ed25519';
}

/** With which key this installation seals: a seal that names another key was not made here. */
@ApiTags('Sealing')
@ApiProblems('unauthenticated', 'internal-error', 'unavailable')
@Controller('v1/signing-key')
export class SigningKeysController {
  constructor(@Inject(SIGNING_KEY) private readonly key: SigningKey) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'get-signing-key',
    summary: 'Read the public key that seals made here verify with',
  })
  @ApiResponse({ status: 200, type: SigningKeyResponse, description: 'The key' })
  get(): SigningKeyResponse {
    return { keyId: this.key.keyId, publicKey: this.key.publicKey, algorithm: 'Ed25519' };
  }
}
