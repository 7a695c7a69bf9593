import { RecordEntity } from '#records';
import type { PartialDate, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** Who signs an agreement for one of its parties, or has signed it. */
@Entity('agreement_signatories')
export class Signatory extends RecordEntity {
  @Column('uuid')
  agreementId: string;

  @Column('uuid')
  partyId: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  onBehalfOfPersonId: string | null;

  @Column('uuid', { nullable: true })
  onBehalfOfOrganizationId: string | null;

  @Column('jsonb', { nullable: true })
  title: Text | null;

  @Column('text', { nullable: true })
  planned: PartialDate | null;

  @Column('text', { nullable: true })
  signedOn: PartialDate | null;

  @Column('text', { nullable: true })
  method: string | null;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
