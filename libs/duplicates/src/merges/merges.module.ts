import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MovedAddresses, ProblemCatalog } from '#platform';
import { ProtectedModule } from '#protected';
import type { RecordKind } from '#records';
import { MERGE_PROBLEMS } from './merge.rules.js';
import { MergedAddresses } from './merged-addresses.js';
import { MergedProfiles } from './merged-profiles.js';
import { MergeQueries } from './merges.queries.js';
import { MergesOf } from './merges.routes.js';
import { MergesService } from './merges.service.js';
import { MergesWriter } from './merges.writer.js';

/** Records that are the same thing become one. */
// Global, since whoever refuses an address that is unknown asks whether it leads elsewhere.
@Global()
@Module({
  imports: [ProtectedModule],
  providers: [
    MergedProfiles,
    MergeQueries,
    MergesService,
    MergesWriter,
    { provide: MovedAddresses, useClass: MergedAddresses },
  ],
  exports: [MovedAddresses],
})
export class MergesModule {
  constructor(problems: ProblemCatalog) {
    problems.add(MERGE_PROBLEMS);
  }

  /** @param kinds of the app: those that can be merged have the routes for it */
  static of(kinds: readonly RecordKind[]): DynamicModule {
    return { module: MergesModule, controllers: kinds.filter(({ merges }) => merges).map(MergesOf) };
  }
}
