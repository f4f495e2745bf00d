import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../common/clock';
import { ApiProblems } from '../common/http/api-problems';
import { DomainError } from '../common/problems/domain.error';
import { Public } from '../permissions/route-access';
import { backupState } from './daily/backup-state';
import { DailyBackups } from './daily/daily-backups';

class BackupsResponse {
  @ApiProperty({
    enum: ['ok', 'none_yet', 'off'],
    description: 'How the daily backups stand. What is not as it should be is a problem.',
    example: 'ok',
  })
  state: 'ok' | 'none_yet' | 'off';

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the newest one was made.',
    example: '2026-03-02T02:00:04Z',
  })
  lastMadeAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'How many there are.', example: 7 })
  kept: number;
}

@ApiTags('Health')
@Public({ uncounted: true })
@Controller('health/backups')
export class BackupsController {
  constructor(
    private readonly daily: DailyBackups,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'health-backups',
    summary: 'The daily backups are made',
    description: 'For whoever watches over the installation. The server serves on when a backup fails.',
  })
  @ApiResponse({ status: 200, type: BackupsResponse, description: 'As it should be' })
  @ApiProblems('backup-overdue', 'internal-error')
  async state(): Promise<BackupsResponse> {
    const facts = await this.daily.standing();
    const { newest, failure, kept } = facts;
    const state = backupState(facts, this.clock.now());
    const last = newest
      ? `The last backup was made at ${newest.madeAt.toISOString()}.`
      : 'None was made yet.';
    if (state === 'failed') {
      throw new DomainError(
        'backup-overdue',
        `The last attempt failed (${failure?.code}) at ${failure?.at}. ${last}`,
      );
    }
    if (state === 'late')
      throw new DomainError('backup-overdue', `No backup was made when one was due. ${last}`);
    return { state, lastMadeAt: newest?.madeAt ?? null, kept };
  }
}
