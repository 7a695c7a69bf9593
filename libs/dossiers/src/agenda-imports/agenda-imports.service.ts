import { Injectable } from '@nestjs/common';
import { AGENDA_ITEM, AgendaItem, AgendaWriter } from '#agendas';
import { EVENT, type RecordedEvent, recordedEvent } from '#events';
import { type Caller, Database, type Precondition, type Transaction, judgeInput } from '#platform';
import { type At, Desks, lockWhole } from '#records';
import { Refusal, invalid, unknownRecord } from '#refusals';
import { In } from 'typeorm';
import { lastingAll } from '../calendars/calendar-spans.js';
import type { ReadCalendar } from '../calendars/calendar-events.js';
import type { FieldChange } from '../imports/changes.js';
import { AgendaImport, type ItemDesk } from './agenda-import.js';
import { AGENDA_IMPORT_PROBLEMS } from './agenda-import.problems.js';
import type { AgendaImportQuery, AgendaImportView } from './agenda-imports.dto.js';
import { findAgain } from './found-again.js';
import { ImportedItems, type ImportingEvent } from './imported-items.js';
import { patchOf } from './item-fields.js';
import { ItemPlaces } from './item-places.js';
import { type WantedItem, locationOf, unreadableItem, wantedItems } from './wanted-items.js';

/** The most entries that a calendar may come to, with every repetition. */
const MOST_ENTRIES = 500;

/** A calendar as it was sent. */
interface CalendarFile {
  readonly bytes: Buffer;
  /** What its sender says that it is encoded in. */
  readonly charset: string | null;
}

const ANY_VERSION = null as unknown as Precondition;

/** Imports calendars of others into agendas. */
@Injectable()
export class AgendaImports {
  constructor(
    private readonly database: Database,
    private readonly imported: ImportedItems,
    private readonly places: ItemPlaces,
    private readonly writer: AgendaWriter,
    private readonly desks: Desks,
  ) {}

  /**
   * Plans what a calendar brings to the agenda of an event, or does it where `apply` names that plan. A plan is made by
   * writing, too, and taken back: so it tells of everything that would be refused.
   * @throws Refusal `agenda-import.unreadable`, or `agenda-import.outdated` where the plan is another one by now
   */
  async import(
    at: At,
    file: CalendarFile,
    { apply, language }: AgendaImportQuery,
    caller: Caller,
  ): Promise<AgendaImportView> {
    const event = await this.imported.eventOf(at.eventId!, at.eventKind!, caller);
    if (!event) throw unknownRecord(at.eventKind!);
    const { wanted, encoding } = await this.read(file, event, language ?? null, caller);
    return this.database.enclose(async (tx) => {
      const done = await this.write(tx, at, wanted, caller);
      const view = { ...done.plan.describe(apply !== undefined), encoding };
      if (apply === undefined) await tx.query('rollback to savepoint agenda_import');
      else if (done.plan.writes && apply !== view.plan) throw outdated();
      return view;
    });
  }

  private async read(
    file: CalendarFile,
    event: ImportingEvent,
    language: string | null,
    caller: Caller,
  ): Promise<{ wanted: WantedItem[]; encoding: string }> {
    const { first, last, timeZone: zone } = event;
    const within = first !== null && last !== null ? { first, last, zone } : null;
    const { events, faults, encoding } = await readCalendar(file, { most: MOST_ENTRIES, within });
    const texts = events.map(locationOf).filter((text) => text !== '');
    const places = await this.places.find(texts, event.places, caller);
    const itself = within && lastingAll(events, within);
    const reading = { event, itself, language, places };
    const wanted = [...events.flatMap((one) => wantedItems(one, reading)), ...faults.map(unreadableItem)];
    if (wanted.length > MOST_ENTRIES) throw tooManyItems();
    return { wanted: wanted.toSorted(byTime), encoding };
  }

  private async write(
    tx: Transaction,
    at: At,
    wanted: readonly WantedItem[],
    caller: Caller,
  ): Promise<AgendaImport> {
    const event = await recordedEvent(tx, await lockWhole(tx, EVENT, at));
    await tx.query('savepoint agenda_import');
    const known = await this.imported.of(event.id, caller);
    const where = { eventId: event.id, id: In(known.map(({ itemId }) => itemId)) };
    const held = known.length === 0 ? [] : await tx.find(AgendaItem, { where });
    const items = new Map(held.map((item) => [item.id, item]));
    const importing = new AgendaImport({
      tx,
      desk: this.deskAt(at, event, caller),
      known: findAgain(wanted, known, items),
      items,
    });
    await importing.run(wanted);
    await this.imported.remember(tx, event.id, importing.remembered);
    return importing;
  }

  private deskAt(at: At, event: RecordedEvent, caller: Caller): ItemDesk {
    const desk = this.desks.writerOf(AGENDA_ITEM);
    return {
      // Part of the transaction that goes on, whose violations become refusals.
      append: (items) => this.database.transaction((tx) => this.writer.append(tx, event, items, caller)),
      async edit({ id }, edited) {
        const isMove = ({ property }: FieldChange): boolean => property === 'status';
        const [moved, patched] = [edited.find(isMove), edited.filter((change) => !isMove(change))];
        const { input, faults } = await judgeInput(AGENDA_ITEM.shapes.patch, patchOf(patched));
        if (faults.length > 0) throw invalid(faults);
        if (patched.length > 0) await desk.patch({ ...at, id }, ANY_VERSION, input, caller);
        if (moved?.to) await desk.move({ ...at, id }, null, { to: moved.to as string }, caller);
      },
    };
  }
}

/** What reads calendars is loaded once there is one: an office may never have any. */
async function readCalendar(
  { bytes, charset }: CalendarFile,
  wanted: Parameters<typeof import('../calendars/calendar-events.js').readCalendarFile>[1],
): Promise<ReadCalendar> {
  const { readCalendarFile } = await import('../calendars/calendar-events.js');
  try {
    return readCalendarFile(bytes, wanted, charset);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(AGENDA_IMPORT_PROBLEMS['agenda-import.unreadable'], error.message);
  }
}

function tooManyItems(): Refusal {
  const detail = `A calendar comes to at most ${MOST_ENTRIES} items, one for each day of what lasts several; divide it.`;
  return new Refusal(AGENDA_IMPORT_PROBLEMS['agenda-import.unreadable'], detail);
}

function outdated(): Refusal {
  const detail =
    'The calendar, the agenda or the event is another one than when this was planned; ask for the plan again, without apply.';
  return new Refusal(AGENDA_IMPORT_PROBLEMS['agenda-import.outdated'], detail);
}

function byTime(a: WantedItem, b: WantedItem): number {
  const [one, other] = [a, b].map(({ said }) => (said.startsAt ?? said.on ?? '9999') as string);
  return one! < other! ? -1 : one! > other! ? 1 : a.line - b.line;
}
