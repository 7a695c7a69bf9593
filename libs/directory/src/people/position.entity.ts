import { DerivedDay, RecordEntity } from '#records';
import type { PartialDate, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** What a person is at an organization, and for how long; to have several at once is ordinary. */
@Entity('positions')
export class Position extends RecordEntity {
  @Column('uuid')
  personId: string;

  @Column('uuid')
  organizationId: string;

  @Column('jsonb')
  title: Text;

  @Column('text', { nullable: true })
  since: PartialDate | null;

  @DerivedDay()
  sinceEarliest: string | null;

  @DerivedDay()
  sinceLatest: string | null;

  @Column('text', { nullable: true })
  until: PartialDate | null;

  @DerivedDay()
  untilEarliest: string | null;

  @DerivedDay()
  untilLatest: string | null;

  @Column('boolean')
  ended: boolean;

  @Column('jsonb', { nullable: true })
  onBehalfOf: Text | null;
}
