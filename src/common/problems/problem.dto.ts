import { ApiProperty } from '@nestjs/swagger';

export class ProblemFault {
  @ApiProperty({
    description: 'JSON pointer (RFC 6901) to the field in what was sent.',
    example: '/practice/timeZone',
  })
  pointer: string;

  @ApiProperty({ description: 'Stable code of the fault.', example: 'invalid-field' })
  code: string;

  @ApiProperty({
    description: 'What to do about it.',
    example: 'must be an IANA time zone such as America/Chicago',
  })
  detail: string;
}

/** Problem details, RFC 9457. */
export class Problem {
  @ApiProperty({
    description: 'Address of the description of this type of problem.',
    example: '/problems/not-found',
  })
  type: string;

  @ApiProperty({ description: 'The type of problem in words.', example: 'Not found' })
  title: string;

  @ApiProperty({ type: 'integer', description: 'The HTTP status.', example: 404 })
  status: number;

  @ApiProperty({ description: 'What happened this time.', example: 'There is no vendor with this id.' })
  detail: string;

  @ApiProperty({
    description: 'Path of the request.',
    example: '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  })
  instance: string;

  @ApiProperty({ description: 'Id of the request, as in the X-Request-Id header and the log.' })
  requestId: string;

  @ApiProperty({
    type: () => [ProblemFault],
    required: false,
    description: 'Every fault, where the problem has several.',
  })
  errors?: ProblemFault[];
}
