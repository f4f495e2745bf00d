import { ApiProperty } from '@nestjs/swagger';

class DigestSchema {
  @ApiProperty({ enum: ['SHA-256'], description: 'How the digest is made.' })
  algorithm: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'The digest, hex.' })
  hex: string;
}

class SealSchema {
  @ApiProperty({ enum: ['RFC8785'], description: 'How the document became bytes.' })
  canonicalization: string;

  @ApiProperty({ type: () => DigestSchema, description: 'Digest of the canonical document.' })
  digest: DigestSchema;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Signatures; none on a draft.',
  })
  signatures: object[];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Time stamps of third parties; none so far.',
  })
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

  @ApiProperty({
    type: () => SealSchema,
    description: 'What shows that the document is the one that was sealed.',
  })
  seal: SealSchema;
}
