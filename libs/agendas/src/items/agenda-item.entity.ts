import { DerivedDay, RecordEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** One item of the agenda of an event. */
@Entity('agenda_items')
export class AgendaItem extends RecordEntity {
  @Column('uuid')
  eventId: string;

  @Column('uuid', { nullable: true })
  legId: string | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column({ type: 'boolean', insert: false, update: false, select: false })
  isPart: boolean;

  @Column({ type: 'boolean', nullable: true, insert: false, update: false, select: false })
  parentIsPart: boolean | null;

  @Column('integer')
  position: number;

  @Column('text')
  kind: string;

  @Column('jsonb')
  title: Text;

  @Column('jsonb', { nullable: true })
  abstract: Text | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startsAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endsAt: Date | null;

  /** What the clocks at its place show when it starts. */
  @Column('text', { nullable: true })
  startsLocal: string | null;

  @Column('text', { nullable: true })
  endsLocal: string | null;

  /** The offset from UTC that its start was given with, where the clocks at its place have another. */
  @Column('text', { nullable: true })
  startsOffset: string | null;

  @Column('text', { nullable: true })
  endsOffset: string | null;

  /** Whether newer zone data should have moved its instants, and something was in the way. */
  @Column('boolean')
  zoneChanged: boolean;

  @Column({ type: 'tstzrange', nullable: true, insert: false, update: false, select: false })
  during: string | null;

  @Column('text', { nullable: true })
  timeZone: string | null;

  @Column('text', { nullable: true })
  onDate: string | null;

  /** When the day of an item without a time begins at its place. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dayStartsAt: Date | null;

  @DerivedDay()
  onDateEarliest: string | null;

  @DerivedDay()
  onDateLatest: string | null;

  @Column('text', { nullable: true })
  dayPart: string | null;

  @Column('text', { nullable: true })
  mode: string | null;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  /** Written by the database, beside the place. */
  @Column('text', { nullable: true, select: false })
  placeKind: string | null;

  @Column('text', { nullable: true })
  track: string | null;

  @Column('text', { array: true })
  languages: string[];

  @Column('text')
  audience: string;

  @Column('text')
  status: string;

  @Column('text')
  uid: string;

  @Column('integer')
  sequence: number;

  /** Written by the database, as its event and what it is part of stand. */
  @Column('text', { select: false })
  standing: string;

  /** Written by the database: how often its entry in calendars changed with its whole. */
  @Column('integer', { select: false })
  wholeSequence: number;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
