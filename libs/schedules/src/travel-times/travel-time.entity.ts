import { RecordEntity } from '#records';
import { Column, Entity } from 'typeorm';

/** How long it takes at least to get from one place to another, or back. */
@Entity('travel_times')
export class TravelTime extends RecordEntity {
  @Column('uuid')
  fromPlaceId: string;

  @Column('uuid')
  toPlaceId: string;

  @Column('integer')
  minutes: number;
}
