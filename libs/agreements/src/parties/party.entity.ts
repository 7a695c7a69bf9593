import { RecordEntity } from '#records';
import { Column, Entity } from 'typeorm';

/** An organization that an agreement binds, on one of its sides. */
@Entity('agreement_parties')
export class Party extends RecordEntity {
  @Column('uuid')
  agreementId: string;

  @Column('uuid')
  organizationId: string;

  @Column('text', { nullable: true })
  side: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  @Column('boolean')
  signatoryUnknown: boolean;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
