import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Tenure, tenureErrors } from '#directory';
import {
  type Caller,
  type Json,
  type Precondition,
  type Transaction,
  UnknownReference,
  lockRow,
} from '#platform';
import {
  type AboutRecord,
  type At,
  RecordService,
  Records,
  Subjects,
  aboutSubject,
  unseenAmong,
} from '#records';
import { type FieldError, assertValid } from '#refusals';
import { IsNull } from 'typeorm';
import { EntryQueries } from './entries.queries.js';
import type { CreateEntry, HypothesisDto, PatchEntry, QuestionDto } from './entry-input.dto.js';
import { insertLists, replacedLists } from './entry-lists.js';
import type { EntryView } from './entry-view.dto.js';
import { Entry, type Hypothesis } from './entry.entity.js';
import { ENTRY } from './entry.record.js';
import { type EntryFacts, type SubjectIds, entryErrors, subjectIdOf, subjectOf } from './entry.rules.js';
import { questionIdsOf } from './question-ids.js';
import { type Question, questionsAfter, strangeQuestionErrors } from './question.rules.js';

/** Writes entries. */
@Injectable()
export class EntriesService extends RecordService<typeof ENTRY> {
  constructor(
    records: Records,
    entries: EntryQueries,
    private readonly subjects: Subjects,
  ) {
    super(records, ENTRY, entries);
  }

  /** Records an entry; a part of another is about the same. */
  override create(
    at: At,
    { issuerIds, actorIds, topicIds, placeIds, hypotheses = [], openQuestions = [], ...said }: CreateEntry,
    caller: Caller,
  ): Promise<Json<EntryView>> {
    return this.add(at, caller, async (tx) => {
      const entry = { names: [], ...said, ...(await subjectOfParent(tx, said)) };
      assertValid(errorsIn(entry));
      const row = {
        verification: 'reported' as const,
        ...entry,
        position: said.position ?? (await nextPosition(tx, entry)),
        ...(await this.aboutRecord(tx, said.recordId)),
        hypotheses: hypotheses.map(asKept),
        openQuestions: questionsOf(openQuestions, [], questionIdsOf(said)),
      };
      const id = await this.records.insert(tx, ENTRY, row, caller);
      await insertLists(tx, id, { issuerIds, actorIds, topicIds, placeIds });
      return id;
    });
  }

  /** Changes an entry by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { issuerIds, actorIds, topicIds, placeIds, recordId, hypotheses, openQuestions, ...said }: PatchEntry,
    caller: Caller,
  ): Promise<Json<EntryView>> {
    return this.edit(at, match, caller, async (tx, entry) => {
      const isKept = await keepsRecord(tx, entry, recordId);
      const patch = {
        ...said,
        ...(isKept ? {} : await this.aboutRecord(tx, recordId)),
        hypotheses: hypotheses?.map(asKept),
        openQuestions: openQuestions && questionsOf(openQuestions, entry.openQuestions),
      };
      const lists = replacedLists(entry.id, { issuerIds, actorIds, topicIds, placeIds });
      return this.records.patch(tx, ENTRY, entry, patch, caller, { errorsOf: errorsIn, lists });
    });
  }

  private async aboutRecord(
    tx: Transaction,
    recordId: string | null | undefined,
  ): Promise<AboutRecord | { recordId: null; recordKind: null }> {
    if (!recordId) return { recordId: null, recordKind: null };
    return aboutSubject(await this.subjects.hold(tx, ENTRY, recordId));
  }
}

/** Whether an entry is said to be about the record that it is about; one that the caller does not see is none to them. */
async function keepsRecord(tx: Transaction, entry: Entry, recordId?: string | null): Promise<boolean> {
  if (recordId === undefined) return true;
  const isSeen = !entry.recordId || (await unseenAmong(tx, [entry.recordId])).size === 0;
  return recordId === (isSeen ? entry.recordId : null);
}

function errorsIn(entry: EntryFacts & Tenure): FieldError[] {
  return [...entryErrors(entry), ...tenureErrors(entry)];
}

/** What an entry is about that says nothing of it: the same as what it is part of. */
async function subjectOfParent(
  tx: Transaction,
  entry: SubjectIds & { parentId?: string | null },
): Promise<SubjectIds> {
  if (!entry.parentId || subjectIdOf(entry)) return {};
  const parent = await lockRow(tx, Entry, { id: entry.parentId }, 'key share');
  if (!parent) throw new UnknownReference(entry.parentId);
  return subjectOf(parent);
}

/** The position after all parts of the same parent, or after all about the same that are part of nothing. */
async function nextPosition(
  tx: Transaction,
  entry: SubjectIds & { parentId?: string | null },
): Promise<number> {
  const { parentId } = entry;
  const among = parentId ? { parentId } : { parentId: IsNull(), subjectId: subjectIdOf(entry)! };
  return ((await tx.maximum(Entry, 'position', among)) ?? -1) + 1;
}

function asKept({ text, verification = 'unverified', note = null }: HypothesisDto): Hypothesis {
  return { text, verification, note };
}

function questionsOf(
  said: readonly QuestionDto[],
  present: readonly Question[],
  makeId: () => string = randomUUIDv7,
): Question[] {
  assertValid(strangeQuestionErrors(said, present));
  return questionsAfter(said, present, makeId);
}
