import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AccessModule } from '#access';
import { AgendasModule } from '#agendas';
import { AgreementsModule } from '#agreements';
import { AuditModule } from '#audit';
import { BriefingsModule } from '#briefings';
import { CalendarsModule } from '#calendars';
import { DelegationsModule } from '#delegations';
import { DirectoryModule } from '#directory';
import { DossiersModule } from '#dossiers';
import { DuplicatesModule, MergesModule } from '#duplicates';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { ForumsModule } from '#forums';
import { IdentityModule } from '#identity';
import { ParticipantsModule } from '#participants';
import { type Config, PlatformModule, dataSourceOptions } from '#platform';
import { PrivacyModule } from '#privacy';
import { ProtectedModule } from '#protected';
import { RecordsModule, SharedRecordsModule } from '#records';
import { SchedulesModule } from '#schedules';
import { SearchModule } from '#search';
import { CitationRoutesModule, SourcesModule } from '#sources';
import { VisitsModule } from '#visits';
import { TypeOrmModule } from '@nestjs/typeorm';

/** Every feature of the office. */
export const FEATURES: readonly Type<object>[] = [
  AccessModule,
  DirectoryModule,
  DelegationsModule,
  EventsModule,
  AgendasModule,
  ParticipantsModule,
  SchedulesModule,
  SourcesModule,
  BriefingsModule,
  VisitsModule,
  ForumsModule,
  AgreementsModule,
  FollowUpsModule,
  ProtectedModule,
  CalendarsModule,
  DossiersModule,
  SearchModule,
  DuplicatesModule,
  AuditModule,
  PrivacyModule,
];

/** The office without any way in: what every app of it is built on. */
@Module({})
export class OfficeModule {
  /**
   * @param databaseUrl where the data is; the connection is opened by `Database.open`
   * @param features those that the app has
   */
  static of(
    config: Config,
    databaseUrl: string,
    features: readonly Type<object>[] = FEATURES,
  ): DynamicModule {
    const database = {
      ...dataSourceOptions(databaseUrl, config.poolSize, config.limits),
      autoLoadEntities: true,
      manualInitialization: true,
    };
    return {
      module: OfficeModule,
      imports: [
        TypeOrmModule.forRoot(database),
        PlatformModule.of(config),
        IdentityModule,
        SharedRecordsModule,
        ...features,
        ...(features.includes(SourcesModule)
          ? [CitationRoutesModule.of(RecordsModule.kindsOf(features))]
          : []),
        ...(features.includes(DirectoryModule) ? [MergesModule.of(RecordsModule.kindsOf(features))] : []),
      ],
    };
  }
}
