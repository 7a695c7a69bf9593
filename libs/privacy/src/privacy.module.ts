import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { DataExportQueries } from './data-exports.queries.js';
import { DataExports } from './data-exports.service.js';
import { ERASURE_PROBLEMS } from './erasure.rules.js';
import { ErasureQueries } from './erasures.queries.js';
import { Erasures } from './erasures.service.js';
import { MentionQueries } from './mentions.queries.js';
import { PrivacyController } from './privacy.controller.js';

/** What is held about people: exported to them, and erased. */
@Module({
  controllers: [PrivacyController],
  providers: [DataExportQueries, DataExports, ErasureQueries, Erasures, MentionQueries],
})
export class PrivacyModule {
  constructor(problems: ProblemCatalog) {
    problems.add(ERASURE_PROBLEMS);
  }
}
