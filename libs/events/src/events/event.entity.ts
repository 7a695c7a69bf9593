import { NamedEntity, VisibleTo } from '#records';
import type { Text, Visibility } from '#vocabulary';
import { Column, Entity, PrimaryColumn, TableInheritance } from 'typeorm';

/** A visit or a forum: what both are, and what agendas, participants and calendars attach to. */
@Entity('events')
@TableInheritance({ column: { name: 'kind', type: 'text' } })
export abstract class Event extends NamedEntity {
  @Column('text')
  kind: string;

  @Column('text')
  status: string;

  @Column({ type: 'jsonb', nullable: true })
  summary: Text | null;

  @Column({ type: 'jsonb', nullable: true })
  theme: Text | null;

  @Column({ type: 'text', nullable: true })
  mode: string | null;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', nullable: true })
  starts: string | null;

  @Column({ type: 'text', nullable: true })
  ends: string | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  earliestDay: string;

  @Column({ type: 'date', insert: false, update: false, select: false })
  latestDay: string;

  @Column({ type: 'jsonb', nullable: true })
  datesNote: Text | null;

  @Column({ type: 'text', nullable: true })
  timeZone: string | null;

  /** Whether its zone was said, or is that of its place or first leg. */
  @Column('boolean')
  zoneGiven: boolean;

  @Column({ type: 'uuid', nullable: true })
  placeId: string | null;

  @Column('jsonb')
  objectives: Text[];

  @Column({ type: 'uuid', nullable: true })
  responsibleId: string | null;

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;

  @Column('boolean')
  agendaComplete: boolean;

  @Column('text')
  uid: string;

  @Column('integer')
  sequence: number;
}

/** Dates that an event had before it was rescheduled. */
@Entity('event_earlier_dates')
export class EarlierDates {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column({ type: 'text', nullable: true })
  starts: string | null;

  @Column({ type: 'text', nullable: true })
  ends: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  changedAt: Date;

  @Column('uuid')
  changedById: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
