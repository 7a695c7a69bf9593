import { type Caller, type Json, createdId, tagOf, withFacts, withMember } from '#platform';
import {
  type AnyRoutedKind,
  type At,
  type EntityOf,
  type ReadsBack,
  RecordService,
  type Records,
  type RoutedKind,
  type ShapeOf,
} from '#records';
import type { SimilarRecords } from './similar-records.js';

/** Writes what may be there already, under another name: who records it is told of that. */
export abstract class DirectoryService<K extends AnyRoutedKind> extends RecordService<K> {
  constructor(
    records: Records,
    kind: RoutedKind<
      EntityOf<K>,
      ShapeOf<K, 'create'>,
      ShapeOf<K, 'patch'>,
      unknown,
      ShapeOf<K, 'view'>,
      unknown
    >,
    reads: ReadsBack<ShapeOf<K, 'view'>>,
    private readonly similar: SimilarRecords,
  ) {
    super(records, kind, reads);
  }

  /** Records one, and tells what it may be the same as. */
  override record(at: At, input: ShapeOf<K, 'create'>, caller: Caller): Promise<Json<ShapeOf<K, 'view'>>> {
    return this.records.enclose(async () => {
      const answer = await this.create(at, input, caller);
      const similar = await this.similar.readFirst(this.kind, createdId(answer), caller);
      // The tag is that of the record, which other answers show without them.
      return similar.length > 0
        ? withFacts(withMember(answer, 'similar', similar), { tag: tagOf(answer) })
        : answer;
    });
  }
}
