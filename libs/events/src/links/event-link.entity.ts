import { RecordEntity } from '#records';
import { Column, Entity } from 'typeorm';

/** What one event has to do with another, apart from being part of it. */
@Entity('event_links')
export class EventLink extends RecordEntity {
  @Column('uuid')
  eventId: string;

  @Column('uuid')
  toId: string;

  @Column('text')
  kind: string;
}
