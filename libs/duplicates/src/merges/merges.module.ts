import { Global, Module } from '@nestjs/common';
import { MovedAddresses, ProblemCatalog } from '#platform';
import { MERGE_PROBLEMS } from './merge.rules.js';
import { MERGED_KINDS } from './merged-kinds.js';
import { MergedAddresses } from './merged-addresses.js';
import { MergeQueries } from './merges.queries.js';
import { MergesOf } from './merges.routes.js';
import { MergesService } from './merges.service.js';

/** Records that are the same thing become one. */
// Global, since whoever refuses an address that is unknown asks whether it leads elsewhere.
@Global()
@Module({
  controllers: MERGED_KINDS.map(MergesOf),
  providers: [MergeQueries, MergesService, { provide: MovedAddresses, useClass: MergedAddresses }],
  exports: [MovedAddresses],
})
export class MergesModule {
  constructor(problems: ProblemCatalog) {
    problems.add(MERGE_PROBLEMS);
  }
}
