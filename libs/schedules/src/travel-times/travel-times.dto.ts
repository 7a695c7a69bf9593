import { IdOf, IdOrNameOf, IsWhole, PatchOf, ReferenceView } from '#platform';
import { ListQuery, PageOf, RecordInput, RecordView } from '#records';
import { IsOptional } from 'class-validator';

/** How long it takes at least between two places, in both directions, and between what lies in them. */
export class CreateTravelTime extends RecordInput {
  /** One of the two places. */
  @IdOf('place')
  fromPlaceId: string;

  /** The other place. */
  @IdOf('place')
  toPlaceId: string;

  /**
   * How many minutes it takes at least, in either direction.
   * @example 75
   */
  @IsWhole(0, 10_080)
  minutes: number;
}

/** A merge patch of a travel time. */
export class PatchTravelTime extends PatchOf(CreateTravelTime) {}

/** How long it takes at least between two places. */
export class TravelTimeView extends RecordView {
  /** One of the two places. */
  fromPlace: ReferenceView;

  /** The other place. */
  toPlace: ReferenceView;

  /**
   * How many minutes it takes at least, in either direction.
   * @example 75
   */
  minutes: number;
}

/** One page of travel times. */
export class TravelTimePage extends PageOf(TravelTimeView) {}

/** Which travel times to list. */
export class TravelTimeQuery extends ListQuery {
  /**
   * Only those from or to this place.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;
}
