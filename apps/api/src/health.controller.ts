import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsUncounted, OpenToAnybody } from '#identity';
import { DATABASE_PROBLEMS, Database } from '#platform';
import { Refusal } from '#refusals';
import { HealthView } from './health.dto.js';
import { OwnPostgres } from './own-postgres.js';

@ApiTags('Health')
@OpenToAnybody()
@IsUncounted()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnPostgres,
  ) {}

  /** Says that the process runs, and that nothing is wrong which only a restart could mend. */
  @Get('live')
  live(): HealthView {
    if (this.own.supervision?.isLost)
      throw new Refusal(
        DATABASE_PROBLEMS['database.lost'],
        'The server could not start its database again; its log says why.',
      );
    return { status: 'ok' };
  }

  /** Says that the database answers, too. */
  @Get('ready')
  async ready(): Promise<HealthView> {
    if (await this.database.answers()) return { status: 'ok' };
    if (this.own.supervision?.isFull)
      throw new Refusal(DATABASE_PROBLEMS['database.full'], 'The database is away until there is room.');
    throw new Refusal(DATABASE_PROBLEMS['database.unavailable'], 'The database does not answer yet.');
  }
}
