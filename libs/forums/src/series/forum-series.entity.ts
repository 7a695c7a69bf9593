import { NamedEntity } from '#records';
import type { PartialDate, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';

/** What the editions of a forum have in common. */
@Entity('forum_series')
export class ForumSeries extends NamedEntity {
  @Column({ type: 'text', nullable: true })
  frequency: string | null;

  @Column({ type: 'text', nullable: true })
  founded: PartialDate | null;

  @Column('jsonb')
  objectives: Text[];

  @Column({ type: 'jsonb', nullable: true })
  audience: Text | null;

  @Column({ type: 'jsonb', nullable: true })
  description: Text | null;
}
