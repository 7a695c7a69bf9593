import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition } from '#platform';
import { type At, RecordService, Records } from '#records';
import type { CreateSource, PatchSource } from './source-input.dto.js';
import type { SourceView } from './source-view.dto.js';
import { SOURCE } from './source.record.js';
import { sourceErrors } from './source.rules.js';
import { SourceQueries } from './sources.queries.js';

/** Writes sources. */
@Injectable()
export class SourcesService extends RecordService<typeof SOURCE> {
  constructor(records: Records, sources: SourceQueries) {
    super(records, SOURCE, sources);
  }

  /** Records a source: one without a title has no names. */
  override create(at: At, input: CreateSource, caller: Caller): Promise<Json<SourceView>> {
    return super.create(at, { names: [], ranges: [], ...input }, caller, sourceErrors);
  }

  /** Changes a source by a merge patch. */
  override patch(at: At, match: Precondition, patch: PatchSource, caller: Caller): Promise<Json<SourceView>> {
    return super.patch(at, match, patch, caller, sourceErrors);
  }
}
