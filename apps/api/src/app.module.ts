import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendasModule } from '#agendas';
import { AgreementsModule } from '#agreements';
import { CalendarsModule } from '#calendars';
import { DelegationsModule } from '#delegations';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { ForumsModule } from '#forums';
import { ParticipantsModule } from '#participants';
import { type Config, PlatformModule, dataSourceOptions } from '#platform';
import { SchedulesModule } from '#schedules';
import { VisitsModule } from '#visits';
import { HealthController } from './health.controller.js';
import { ProblemsController } from './problems.controller.js';

const FEATURES = [
  DirectoryModule,
  DelegationsModule,
  EventsModule,
  AgendasModule,
  ParticipantsModule,
  SchedulesModule,
  VisitsModule,
  ForumsModule,
  AgreementsModule,
  FollowUpsModule,
  CalendarsModule,
  DossiersModule,
];

/** The list of features. */
@Module({})
export class AppModule {
  /** @param databaseUrl where the data is; the connection is opened by `Database.open`, after the server listens */
  static of(config: Config, databaseUrl: string): DynamicModule {
    const database = {
      ...dataSourceOptions(databaseUrl, config.poolSize),
      autoLoadEntities: true,
      manualInitialization: true,
    };
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot(database), PlatformModule.of(config), ...FEATURES],
      controllers: [HealthController, ProblemsController],
    };
  }
}
