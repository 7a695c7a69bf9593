import { DerivedDay, RecordEntity } from '#records';
import type { PartialDate } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { RelationKind } from './organization.rules.js';

/** How an organization is related to another organization, a person or a place, and for how long. */
@Entity('organization_relations')
export class OrganizationRelation extends RecordEntity {
  @Column('uuid')
  organizationId: string;

  @Column('text')
  kind: RelationKind;

  @Column('uuid', { nullable: true })
  toOrganizationId: string | null;

  @Column('uuid', { nullable: true })
  toPersonId: string | null;

  @Column('uuid', { nullable: true })
  toPlaceId: string | null;

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
}
