import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, type Transaction, created, fieldNames } from '#platform';
import {
  type At,
  type RecordKind,
  RecordService,
  Records,
  type Subject,
  Subjects,
  aboutSubject,
  lockAnyRecord,
} from '#records';
import { archivedRecord, assertValid } from '#refusals';
import { SOURCE } from '../sources/source.record.js';
import { lengthOf } from '../sources/source.rules.js';
import type { CiteRecord, CreateCitation, PatchCitation } from './citation-input.dto.js';
import type { CitationView } from './citation-view.dto.js';
import type { Citation } from './citation.entity.js';
import { CITATION } from './citation.record.js';
import { type Locator, fieldErrors, locatorErrors } from './citation.rules.js';
import { CitationQueries } from './citations.queries.js';

/** Writes what sources say of records. */
@Injectable()
export class CitationsService extends RecordService<typeof CITATION> {
  constructor(
    records: Records,
    citations: CitationQueries,
    private readonly subjects: Subjects,
  ) {
    super(records, CITATION, citations);
  }

  /** Records what a source says of a record of any kind. */
  override create(
    at: At,
    { recordId, ...said }: CreateCitation,
    caller: Caller,
  ): Promise<Json<CitationView>> {
    return this.add(at, caller, async (tx) =>
      this.insert(tx, await this.subjects.hold(tx, CITATION, recordId), said, caller),
    );
  }

  /** Records what a source says of the record at an address. */
  async cite(kind: RecordKind, at: At, said: CiteRecord, caller: Caller): Promise<Json<CitationView>> {
    return this.records.transaction(async (tx) => {
      const id = await this.insert(tx, await this.subjects.holdAt(tx, kind, at), said, caller);
      return created(id, await this.readBack({ id }, caller, tx), CITATION.address);
    });
  }

  /** Changes a citation by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchCitation,
    caller: Caller,
  ): Promise<Json<CitationView>> {
    return this.edit(at, match, caller, async (tx, citation) => {
      const { kind } = await this.subjects.holdOf(tx, CITATION, citation);
      const errorsOf = (patched: Citation) => errorsIn(kind, patched);
      const { sourceId, locator } = await this.records.patch(tx, CITATION, citation, patch, caller, {
        errorsOf,
      });
      // The text may have become shorter meanwhile, which is no fault of other changes.
      if (patch.sourceId || patch.locator) await assertWithinText(tx, sourceId, locator);
    });
  }

  /** A citation stands on its record and on its source. */
  protected override async assertRestorable(tx: Transaction, citation: Citation): Promise<void> {
    const { kind, record } = await this.subjects.holdOf(tx, CITATION, citation);
    if (record.archivedAt) throw archivedRecord(kind.name);
    const source = await lockAnyRecord(tx, SOURCE, { id: citation.sourceId }, null, 'key share');
    if (source.archivedAt) throw archivedRecord(SOURCE.name);
  }

  private async insert(tx: Transaction, subject: Subject, said: CiteRecord, caller: Caller): Promise<string> {
    assertValid(errorsIn(subject.kind, said));
    const row = { verification: 'reported' as const, ...said, ...aboutSubject(subject) } as Partial<Citation>;
    const id = await this.records.insert(tx, CITATION, row, caller);
    await assertWithinText(tx, said.sourceId, said.locator);
    return id;
  }
}

function errorsIn(kind: RecordKind, { field, locator }: Pick<CiteRecord, 'field' | 'locator'>) {
  return [
    ...fieldErrors(field, kind.name, fieldNames(kind.shapes!.create).sort()),
    ...locatorErrors(locator),
  ];
}

/** Refuses a range that the text of the source does not have; the foreign key has found that there is such a source. */
async function assertWithinText(
  tx: Transaction,
  sourceId: string,
  locator: Locator | null | undefined,
): Promise<void> {
  if (locator?.end == null) return;
  const { text } = await lockAnyRecord(tx, SOURCE, { id: sourceId }, null, 'key share');
  assertValid(locatorErrors(locator, lengthOf(text)));
}
