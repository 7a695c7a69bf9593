import { NamedEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** What events, organizations and agreements are about: big data, robotics, energy saving. */
@Entity('topics')
export class Topic extends NamedEntity {
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('jsonb', { nullable: true })
  description: Text | null;
}
