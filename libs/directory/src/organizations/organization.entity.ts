import { DerivedDay, NamedEntity } from '#records';
import type { PartialDate, Quantity, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** A municipality, university, company, bureau or division of one: whoever sends, hosts or signs. */
@Entity('organizations')
export class Organization extends NamedEntity {
  @Column('text')
  kind: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @Column('text', { nullable: true })
  founded: PartialDate | null;

  @DerivedDay()
  foundedEarliest: string | null;

  @DerivedDay()
  foundedLatest: string | null;

  @Column('jsonb', { nullable: true })
  memberCount: Quantity | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('uuid', { nullable: true })
  contactPersonId: string | null;

  @Column('jsonb', { nullable: true })
  description: Text | null;
}
