import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { OfficeModule } from '#office';
import type { Config } from '#platform';
import { HealthController } from './health.controller.js';
import { OwnPostgres } from './own-postgres.js';
import { ProblemsController } from './pages/problems.controller.js';
import { StartController } from './pages/start.controller.js';
import { WellKnownController } from './well-known.controller.js';

/** The office behind HTTP. */
@Module({})
export class AppModule {
  /**
   * @param databaseUrl where the data is; the connection is opened by `Database.open`, after the server listens
   * @param features those of the office, unless others are named
   */
  static of(config: Config, databaseUrl: string, features?: readonly Type<object>[]): DynamicModule {
    return {
      module: AppModule,
      imports: [OfficeModule.of(config, databaseUrl, features)],
      controllers: [HealthController, ProblemsController, StartController, WellKnownController],
      providers: [OwnPostgres],
    };
  }
}
