import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stop of an event, in its order. */
@Entity('event_legs')
export class EventLeg {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  eventId: string;

  @Column('integer')
  position: number;

  @Column({ type: 'uuid', nullable: true })
  placeId: string | null;

  @Column({ type: 'text', nullable: true })
  starts: string | null;

  @Column({ type: 'text', nullable: true })
  ends: string | null;
}
