import { Event } from '#events';
import { ChildEntity, Column } from 'typeorm';

/** Delegations that come, or that we send. */
@ChildEntity('visit')
export class Visit extends Event {
  @Column({ type: 'text', nullable: true })
  direction: string | null;

  @Column({ type: 'text', nullable: true })
  category: string | null;

  @Column({ type: 'integer', nullable: true })
  ordinal: number | null;

  @Column({ type: 'uuid', nullable: true })
  hostCityId: string | null;
}
