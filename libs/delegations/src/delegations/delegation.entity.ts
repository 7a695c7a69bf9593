import { NamedEntity, VisibleTo } from '#records';
import type { Quantity, Text, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** Who travels together, for whom and why; its members are records of their own. */
@Entity('delegations')
export class Delegation extends NamedEntity {
  @Column('text', { nullable: true })
  kind: string | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('uuid', { nullable: true })
  originPlaceId: string | null;

  @Column('jsonb', { nullable: true })
  declaredSize: Quantity | null;

  @Column('jsonb', { nullable: true })
  purpose: Text | null;

  @Column('uuid', { nullable: true })
  focalPointId: string | null;

  @Column('text')
  status: string;

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;
}
