import { RecordEntity, VisibleTo } from '#records';
import type { PartialDate, Text, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { FollowUpStatus } from './follow-up.rules.js';

/** Something to be seen to, mostly after an event, an agenda item, an outcome, an agreement or an obligation. */
@Entity('follow_ups')
export class FollowUp extends RecordEntity {
  @Column('jsonb')
  title: Text;

  @Column('text')
  kind: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  agendaItemId: string | null;

  @Column('uuid', { nullable: true })
  outcomeId: string | null;

  @Column('uuid', { nullable: true })
  agreementId: string | null;

  @Column('uuid', { nullable: true })
  obligationId: string | null;

  @Column('uuid', { nullable: true })
  entryId: string | null;

  /** The event that it comes from, directly or not; the database notes it. */
  @Column('uuid', { nullable: true, select: false })
  concernedEventId: string | null;

  /** The agreement that it comes from, directly or not; the database notes it. */
  @Column('uuid', { nullable: true, select: false })
  concernedAgreementId: string | null;

  /** The standing follow-up that it was proposed by. */
  @Column('uuid', { nullable: true })
  standingId: string | null;

  @Column('uuid', { nullable: true })
  ownerActorId: string | null;

  @Column('uuid', { nullable: true })
  ownerPersonId: string | null;

  @Column('uuid', { nullable: true })
  ownerOrganizationId: string | null;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false })
  ownerId: string | null;

  @Column('text', { nullable: true })
  due: PartialDate | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  dueDay: string;

  @Column('text')
  priority: string;

  @Column('boolean')
  mandatory: boolean;

  @Column('text')
  status: FollowUpStatus;

  @Column({ type: 'boolean', insert: false, update: false, select: false })
  isOpen: boolean;

  @Column({ type: 'integer', insert: false, update: false, select: false })
  urgency: number;

  @Column('jsonb', { nullable: true })
  resolution: Text | null;

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
