import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenToAnybody } from '#identity';
import { DATABASE_PROBLEMS, Database } from '#platform';
import { Refusal } from '#refusals';
import { HealthView } from './health.dto.js';

@ApiTags('Health')
@OpenToAnybody()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** Says that the process runs. */
  @Get('live')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** Says that the database answers, too. */
  @Get('ready')
  async ready(): Promise<HealthView> {
    if (!(await this.database.answers()))
      throw new Refusal(DATABASE_PROBLEMS['database.unavailable'], 'The database does not answer yet.');
    return { status: 'ok' };
  }
}
