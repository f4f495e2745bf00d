import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { ApiProblems } from '../common/http/api-problems';
import { DomainError } from '../common/problems/domain.error';
import { READ_POOL } from '../database/tenancy';
import { Public } from '../permissions/route-access';
import { PRODUCT_VERSION } from '../common/product-version';

class HealthResponse {
  @ApiProperty({ enum: ['ok'], description: 'Always "ok": what is not ok is a problem.' })
  status: 'ok';

  @ApiProperty({ example: '0.1.0', description: 'Version of Duecare.' })
  version: string;
}

@ApiTags('Health')
@Public({ uncounted: true })
@Controller('health')
export class HealthController {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  @Get('live')
  @ApiOperation({ operationId: 'health-live', summary: 'The process runs' })
  @ApiResponse({ status: 200, type: HealthResponse, description: 'It runs' })
  @ApiProblems('internal-error')
  live(): HealthResponse {
    return { status: 'ok', version: PRODUCT_VERSION };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'health-ready', summary: 'The database answers and requests can be served' })
  @ApiResponse({ status: 200, type: HealthResponse, description: 'Ready' })
  @ApiProblems('internal-error', 'unavailable')
  async ready(): Promise<HealthResponse> {
    try {
      await this.pool.query('select 1');
    } catch {
      throw new DomainError('unavailable', 'The database does not answer.');
    }
    return this.live();
  }
}
