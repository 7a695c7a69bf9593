import { RecordEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** What the office does after every visit. */
@Entity('standing_follow_ups')
export class StandingFollowUp extends RecordEntity {
  @Column('jsonb')
  title: Text;

  @Column('text')
  kind: string;

  @Column('text')
  dueAfter: string;

  @Column('boolean')
  mandatory: boolean;
}
