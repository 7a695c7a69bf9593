import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Transaction } from '#platform';
import { Records, noteStatus, stepOf } from '#records';
import { In } from 'typeorm';
import { AgendaItem } from '../items/agenda-item.entity.js';
import { AGENDA_ITEM } from '../items/agenda-item.record.js';
import { type TakenRoom, refuseTakingUp } from './room-booking.rules.js';
import { takenRooms } from './room-bookings.fragments.js';

/** Writes what becomes of rooms that are booked otherwise when an event is taken up again. */
@Injectable()
export class RoomBookingsWriter {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
  ) {}

  /**
   * Makes way for an event that is taken up again.
   * @param releases whether its items in rooms that are taken return as proposed
   * @throws Refusal `agenda-item.room-taken` with the bookings that are in the way, where they do not
   */
  async makeWay(tx: Transaction, eventId: string, releases: boolean, caller: Caller): Promise<void> {
    const taken = await this.database.readValue<TakenRoom[]>(takenRooms, caller, { event: eventId }, tx);
    if (taken!.length === 0) return;
    if (!releases) throw refuseTakingUp(taken!);
    const items = await tx.find(AgendaItem, {
      where: { id: In(taken!.map(({ item }) => item.id)) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const item of items) await this.release(tx, item, caller);
  }

  /** Not a move that organizers make: what was confirmed is only proposed again. */
  private async release(tx: Transaction, item: AgendaItem, caller: Caller): Promise<void> {
    const changes = { status: 'proposed', sequence: item.sequence + 1 };
    const released = await this.records.update(tx, AGENDA_ITEM, item, changes, caller);
    await noteStatus(tx, [stepOf(released, 'confirmed', { to: 'proposed', reason: 'its room was taken' })]);
  }
}
