import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition, Transaction } from '#platform';
import { type At, RecordService, Records, Subjects, aboutSubject } from '#records';
import { archivedRecord, assertValid } from '#refusals';
import type { CreateFigure, PatchFigure } from './figure-input.dto.js';
import type { FigureView } from './figure-view.dto.js';
import { Figure } from './figure.entity.js';
import { FIGURE } from './figure.record.js';
import { figureErrors } from './figure.rules.js';
import { FigureQueries } from './figures.queries.js';

/** Writes figures. */
@Injectable()
export class FiguresService extends RecordService<typeof FIGURE> {
  constructor(
    records: Records,
    figures: FigureQueries,
    private readonly subjects: Subjects,
  ) {
    super(records, FIGURE, figures);
  }

  /** Records a figure of a record of any kind. */
  override create(at: At, { recordId, ...said }: CreateFigure, caller: Caller): Promise<Json<FigureView>> {
    return this.add(at, caller, async (tx) => {
      assertValid(figureErrors(said));
      const about = aboutSubject(await this.subjects.hold(tx, FIGURE, recordId));
      const position = said.position ?? (await nextPosition(tx, recordId));
      const row = { verification: 'reported' as const, ...said, ...about, position };
      return this.records.insert(tx, FIGURE, row, caller);
    });
  }

  /** Changes a figure by a merge patch. */
  override patch(at: At, match: Precondition, patch: PatchFigure, caller: Caller): Promise<Json<FigureView>> {
    return super.patch(at, match, patch, caller, figureErrors);
  }

  /** A figure stands on its record. */
  protected override async assertRestorable(tx: Transaction, figure: Figure): Promise<void> {
    const { kind, record } = await this.subjects.holdOf(tx, FIGURE, figure);
    if (record.archivedAt) throw archivedRecord(kind.name);
  }
}

async function nextPosition(tx: Transaction, recordId: string): Promise<number> {
  return ((await tx.maximum(Figure, 'position', { recordId })) ?? -1) + 1;
}
