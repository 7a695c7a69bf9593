import { Module } from '@nestjs/common';
import { DocumentsModule } from '#documents';
import { TimedWork } from '#identity';
import { ProblemCatalog } from '#platform';
import { ProtectedModule } from '#protected';
import { DataExportQueries } from './data-exports.queries.js';
import { DataExports } from './data-exports.service.js';
import { ERASURE_PROBLEMS } from './erasure.rules.js';
import { DocumentMentionQueries } from './document-mentions.queries.js';
import { ErasureWriter } from './erasure.writer.js';
import { ErasureQueries } from './erasures.queries.js';
import { Erasures } from './erasures.service.js';
import { MentionQueries } from './mentions.queries.js';
import { PeopleRetention } from './people-retention.service.js';
import { PrivacyController } from './privacy.controller.js';

/** What is held about people: exported to them, and erased. */
@Module({
  imports: [DocumentsModule, ProtectedModule],
  controllers: [PrivacyController],
  providers: [
    DataExportQueries,
    DataExports,
    DocumentMentionQueries,
    ErasureQueries,
    ErasureWriter,
    Erasures,
    MentionQueries,
    PeopleRetention,
  ],
  exports: [PeopleRetention],
})
export class PrivacyModule {
  constructor(problems: ProblemCatalog, retention: PeopleRetention, work: TimedWork) {
    retention.follow(work);
    problems.add(ERASURE_PROBLEMS);
  }
}
