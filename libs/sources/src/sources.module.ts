import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DocumentsModule, DocumentsOf } from '#documents';
import { CITED_RECORDS, type RecordKind, RecordsModule } from '#records';
import { CITATION } from './citations/citation.record.js';
import { CitationsController } from './citations/citations.controller.js';
import { CitationQueries } from './citations/citations.queries.js';
import { CitationsService } from './citations/citations.service.js';
import { citedRecords } from './citations/cited-records.fragments.js';
import { RecordCitationQueries } from './citations/record-citations.queries.js';
import { CitationsOf } from './citations/record-citations.routes.js';
import { SOURCE } from './sources/source.record.js';
import { SourcesController } from './sources/sources.controller.js';
import { SourceQueries } from './sources/sources.queries.js';
import { SourcesService } from './sources/sources.service.js';

/** What the office knows from, and what it says of records. */
// Global, since records of every kind, which know nothing of sources, tell what these dispute.
@Global()
@Module({
  imports: [DocumentsModule, RecordsModule.of([SOURCE, CITATION])],
  controllers: [SourcesController, DocumentsOf(SOURCE, SourceQueries), CitationsController],
  providers: [
    SourceQueries,
    SourcesService,
    CitationQueries,
    CitationsService,
    RecordCitationQueries,
    { provide: CITED_RECORDS, useValue: citedRecords },
  ],
  exports: [CitationsService, RecordCitationQueries, CITED_RECORDS],
})
export class SourcesModule {}

/** The citations at the address of every record; an app that has sources has it once, with all its kinds of record. */
@Module({})
export class CitationRoutesModule {
  static of(kinds: readonly RecordKind[]): DynamicModule {
    return {
      module: CitationRoutesModule,
      controllers: kinds.filter(({ isSubject }) => isSubject).map(CitationsOf),
    };
  }
}
