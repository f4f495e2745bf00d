import { ApiProperty } from '@nestjs/swagger';

class DigestSchema {
  @ApiProperty({ enum: ['SHA-256'] })
  algorithm: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  hex: string;
}

class SealSchema {
  @ApiProperty({ enum: ['RFC8785'] })
  canonicalization: string;

  @ApiProperty({ type: () => DigestSchema })
  digest: DigestSchema;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  signatures: object[];

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  timestamps: object[];
}

/** The envelope, for the OpenAPI document; its inside is described in assessment.document.ts and docs/sealing.md. */
export class SealedAssessmentSchema {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The assessment, canonical by RFC 8785.',
  })
  document: object;

  @ApiProperty({ type: () => SealSchema })
  seal: SealSchema;
}
