import { DerivedDay, NamedEntity } from '#records';
import type { PartialDate, Text, Verification } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { RelationshipKind, Trend } from './relationship.rules.js';

/** What two places or organizations are to each other; neither side comes first. */
@Entity('relationships')
export class Relationship extends NamedEntity {
  @Column('uuid', { nullable: true })
  fromPlaceId: string | null;

  @Column('uuid', { nullable: true })
  fromOrganizationId: string | null;

  @Column('uuid', { nullable: true })
  toPlaceId: string | null;

  @Column('uuid', { nullable: true })
  toOrganizationId: string | null;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false })
  fromId: string;

  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false })
  toId: string;

  @Column('text')
  kind: RelationshipKind;

  @Column('jsonb', { nullable: true })
  basis: Text | null;

  @Column('text', { nullable: true })
  trend: Trend | null;

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

  @Column('text')
  verification: Verification;
}
