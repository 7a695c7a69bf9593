import { Global, Module } from '@nestjs/common';
import { SIMILAR_RECORDS } from '#directory';
import { DifferencesService } from './similar/differences.service.js';
import { DifferenceQueries } from './similar/differences.queries.js';
import { DuplicatesController } from './similar/duplicates.controller.js';
import { DuplicateQueries } from './similar/duplicates.queries.js';
import { SimilarOf } from './similar/similar.controller.js';
import { DIRECTORY } from './similar/directory.fragments.js';
import { SimilarQueries } from './similar/similar.queries.js';

/** What may have been recorded twice. */
// Global, since the directory, which knows nothing of it, tells whoever records something.
@Global()
@Module({
  controllers: [...DIRECTORY.map(SimilarOf), DuplicatesController],
  providers: [
    SimilarQueries,
    DuplicateQueries,
    DifferenceQueries,
    DifferencesService,
    { provide: SIMILAR_RECORDS, useExisting: SimilarQueries },
  ],
  exports: [SIMILAR_RECORDS],
})
export class DuplicatesModule {}
