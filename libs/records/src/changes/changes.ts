import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AREAS } from '#identity';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  ProblemCatalog,
  type Statement,
  callerValues,
  onFirstUse,
  statement,
} from '#platform';
import { Refusal, invalid } from '#refusals';
import { Kinds } from '../kinds/kinds.js';
import type { RecordKind } from '../kinds/record-kind.js';
import { Cursors } from '../pages/cursors.js';
import { wordOf } from '../subjects/subjects.fragments.js';
import { CHANGE_PROBLEMS } from './change.problems.js';
import type { ChangesPage, ChangesQuery } from './changes.dto.js';
import { WINDOW, changesAfter, lastChange } from './changes.fragments.js';

/** Where a reader is: a position, and what tells its change from another that has it after a restore. */
interface Reached {
  readonly position: string;
  readonly mark: string;
}

const BEGINNING: Reached = { position: '0', mark: '' };

/** A page as it is read, before anybody says whether the reader may go on from where they were. */
interface ReadPage {
  readonly items: string;
  readonly reached: Reached;
  readonly more: boolean;
  readonly before: Reached;
  readonly isUnread: boolean;
}

const LAST = statement('last-change', lastChange);

/** Reads what changed in all kinds of record, in the order in which it was committed. */
@Injectable()
export class Changes {
  private readonly ofAll = onFirstUse(() => this.prepare('changes', false));
  private readonly ofSome = onFirstUse(() => this.prepare('changes-of-kinds', true));

  constructor(
    private readonly database: Database,
    private readonly kinds: Kinds,
    private readonly cursors: Cursors,
    problems: ProblemCatalog,
  ) {
    problems.add(CHANGE_PROBLEMS);
  }

  /**
   * The changes behind a cursor that the caller may see.
   * @throws Refusal `changes.lost` where the cursor is newer than the data
   */
  async read({ since, limit, kind }: ChangesQuery, caller: Caller): Promise<Json<ChangesPage>> {
    const kinds = kind && this.kindsAsked(kind);
    if (since === 'now') return this.answer({ items: '[]', reached: await this.readLast(), more: false });
    const from = since === undefined ? BEGINNING : await this.reachedBy(since);
    const values = { ...valuesFor(kinds ?? this.told(), caller), after: from.position, limit };
    const read = (): Promise<ReadPage> => this.readPage(kinds ? this.ofSome() : this.ofAll(), values, from);
    let page = await read();
    assertKnown(from, page.before);
    if (page.isUnread && !page.more) {
      await this.number();
      page = await read();
    }
    return this.answer({ ...page, more: page.more || page.isUnread });
  }

  private told(): RecordKind[] {
    return this.kinds.all().filter(({ shapes }) => shapes);
  }

  private kindsAsked(words: readonly string[]): RecordKind[] {
    const all = this.told();
    const known = all.map(wordOf).sort();
    const unknown = words.some((word) => !known.includes(word));
    if (unknown)
      throw invalid([{ pointer: '?kind', detail: `must be one of ${known.join(', ')}.`, code: 'in' }]);
    return all.filter((one) => words.includes(wordOf(one)));
  }

  private prepare(name: string, some: boolean): Statement {
    return statement(name, changesAfter(this.told(), { some }));
  }

  private async readPage(page: Statement, values: object, from: Reached): Promise<ReadPage> {
    const row = (await this.database.readRow(page, values as never))!;
    const [items, told, looked, number, isMore, before, isUnread] = row;
    const isFull = Number(number) >= WINDOW;
    const more = isMore === 't' || isFull;
    // What the caller may not see moves nobody on, unless it fills a whole window.
    const reached = isMore !== 't' && isFull ? looked! : told;
    return {
      items: items!,
      reached: reached ? markedOf(reached) : from,
      more,
      before: before ? markedOf(before) : BEGINNING,
      isUnread: isUnread === 't',
    };
  }

  private async readLast(): Promise<Reached> {
    let [last, isUnread] = (await this.database.readRow(LAST, {}))!;
    while (isUnread === 't') {
      await this.number();
      [last, isUnread] = (await this.database.readRow(LAST, {}))!;
    }
    return last ? markedOf(last) : BEGINNING;
  }

  private async number(): Promise<void> {
    await this.database.transaction((tx) => tx.query('select public.number_changes()'));
  }

  private async reachedBy(since: string): Promise<Reached> {
    try {
      const [position, mark] = await this.cursors.read('changes', 'position', {}, since);
      return { position, mark };
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const detail = 'The cursor is none of this feed; take it from nextCursor, or begin anew.';
      throw invalid([{ pointer: '?since', detail, code: 'cursor' }]);
    }
  }

  private async answer({
    items,
    reached: { position, mark },
    more,
  }: Pick<ReadPage, 'items' | 'reached' | 'more'>): Promise<Json<ChangesPage>> {
    const cursor = await this.cursors.write('changes', 'position', {}, [position, mark]);
    return new JsonText(`{"items":${items},"nextCursor":"${cursor}","more":${more}}`).as<ChangesPage>();
  }
}

function valuesFor(kinds: readonly RecordKind[], caller: Caller): object {
  return {
    ...callerValues(caller),
    kinds: kinds.map(wordOf),
    tables: [...new Set(kinds.map(({ table }) => `public.${table}`))],
    areas: Object.keys(AREAS).filter((area) => caller.scopes.includes(`${area}:read`)),
  };
}

function markedOf(text: string): Reached {
  const [position, mark] = JSON.parse(text) as [number, string];
  // Nobody who reads a cursor learns when something was changed that they may not see.
  return { position: `${position}`, mark: hash('sha256', `corteo change ${mark}`, 'hex').slice(0, 12) };
}

function assertKnown(from: Reached, before: Reached): void {
  if (from.position === before.position && from.mark === before.mark) return;
  if (from.position === BEGINNING.position) return;
  throw new Refusal(
    CHANGE_PROBLEMS['changes.lost'],
    'The data was restored from a backup that is older than what was read last. Read everything once more, and go on from there.',
  );
}
