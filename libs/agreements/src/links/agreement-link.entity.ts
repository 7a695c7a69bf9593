import { RecordEntity } from '#records';
import { Column, Entity } from 'typeorm';

/** What one agreement has to do with an earlier one. */
@Entity('agreement_links')
export class AgreementLink extends RecordEntity {
  @Column('uuid')
  agreementId: string;

  @Column('uuid')
  toId: string;

  @Column('text')
  kind: string;
}
