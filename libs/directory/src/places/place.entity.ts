import { NamedEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** A country, a city, a room: one tree, with a second parent where a place belongs to two wholes. */
@Entity('places')
export class Place extends NamedEntity {
  @Column('text')
  kind: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text', { nullable: true })
  timeZone: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('integer', { nullable: true })
  capacity: number | null;

  @Column('jsonb', { nullable: true })
  description: Text | null;
}
