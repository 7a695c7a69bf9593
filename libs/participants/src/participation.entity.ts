import { RecordEntity } from '#records';
import type { Quantity, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** Who takes part in an event, or in one item of its agenda. */
@Entity('participations')
export class Participation extends RecordEntity {
  @Column('uuid')
  eventId: string;

  @Column('uuid', { nullable: true })
  agendaItemId: string | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('jsonb', { nullable: true })
  group: { label: Text; quantity?: Quantity | null } | null;

  @Column('jsonb', { nullable: true })
  placeholder: Text | null;

  @Column('text')
  side: string;

  @Column('text')
  role: string;

  @Column('jsonb', { nullable: true })
  onBehalfOf: Text | null;

  @Column('jsonb', { nullable: true })
  title: Text | null;

  @Column('integer', { nullable: true })
  speakingOrder: number | null;

  @Column('text', { nullable: true })
  seat: string | null;

  @Column('text')
  response: string;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
