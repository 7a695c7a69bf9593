import { RecordEntity, VisibleTo } from '#records';
import type { PartialDate, Quantity, Text, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { OutcomeStatus } from './outcome.rules.js';

/** What came out of an event, of an item of its agenda, or of an agreement. */
@Entity('outcomes')
export class Outcome extends RecordEntity {
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  agendaItemId: string | null;

  @Column('uuid', { nullable: true })
  agreementId: string | null;

  /** The event, or that of the agenda item; the database notes it. */
  @Column('uuid', { nullable: true, select: false })
  concernedEventId: string | null;

  @Column('text')
  kind: string;

  @Column('jsonb')
  text: Text;

  @Column('jsonb', { nullable: true })
  quantity: Quantity | null;

  @Column('text', { nullable: true })
  expected: PartialDate | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  expectedDay: string;

  @Column('text', { nullable: true })
  delivered: PartialDate | null;

  @Column('uuid', { nullable: true })
  presentedAtEventId: string | null;

  @Column('uuid', { nullable: true })
  announcedAtEventId: string | null;

  @Column('uuid', { nullable: true })
  ledToAgreementId: string | null;

  @Column('text')
  status: OutcomeStatus;

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
