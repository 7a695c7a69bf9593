import { RecordEntity } from '#records';
import type { PartialDate, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { ObligationStatus } from './obligation.rules.js';

/** What one party of an agreement, or all of them, have promised to do. */
@Entity('agreement_obligations')
export class Obligation extends RecordEntity {
  @Column('uuid')
  agreementId: string;

  @Column('uuid', { nullable: true })
  partyId: string | null;

  @Column('jsonb')
  text: Text;

  @Column('text', { nullable: true })
  due: PartialDate | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  dueDay: string;

  @Column('jsonb', { nullable: true })
  evidence: Text | null;

  @Column('text')
  status: ObligationStatus;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
