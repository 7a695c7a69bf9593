import {
  IdOf,
  IdOrNameOf,
  IdsOf,
  IsBetween,
  IsLines,
  IsNames,
  IsOneOf,
  IsText,
  IsWhole,
  IsZone,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  ReferenceView,
} from '#platform';
import { NamedItem, PageOf, RecordInput } from '#records';
import type { Text } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { DirectoryQuery } from '../directory-query.dto.js';
import { CreatedOf } from '../similar/similar.dto.js';

export const PLACE_KINDS = [
  'country',
  'region',
  'province',
  'city',
  'district',
  'zone',
  'venue',
  'room',
] as const;
type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place as it is recorded. */
export class CreatePlace extends RecordInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /**
   * What kind of place it is.
   * @example "city"
   */
  @IsOneOf(PLACE_KINDS)
  kind: PlaceKind;

  /** The place it lies in: the city of a venue, the venue of a room. */
  @MayBeNull()
  @IdOf('place')
  parentId?: string | null;

  /** Further places that contain it, such as an economic region across provinces. */
  @MayBeAbsent()
  @IdsOf('place')
  containedInIds?: string[];

  /** Its IANA time zone; without one, the zone of the nearest place around it that has one. */
  @MayBeNull()
  @IsZone()
  timeZone?: string | null;

  /**
   * Degrees north, WGS 84; always together with `longitude`.
   * @example 40.8054
   */
  @MayBeNull()
  @IsBetween(-90, 90)
  latitude?: number | null;

  /**
   * Degrees east, WGS 84; always together with `latitude`.
   * @example 14.1722
   */
  @MayBeNull()
  @IsBetween(-180, 180)
  longitude?: number | null;

  /**
   * Its postal address.
   * @example "Via Coroglio 104, Naples"
   */
  @MayBeNull()
  @IsLines(500)
  address?: string | null;

  /**
   * How many people a venue or room holds.
   * @example 120
   */
  @MayBeNull()
  @IsWhole(1, 10_000_000)
  capacity?: number | null;

  /** What it is like, by language. */
  @MayBeNull()
  @IsText()
  description?: Text | null;
}

/** A merge patch of a place. */
export class PatchPlace extends PatchOf(CreatePlace) {}

/** A place in a list. */
export class PlaceItem extends NamedItem {
  /**
   * What kind of place it is.
   * @example "city"
   */
  kind: PlaceKind;

  /** The place it lies in. */
  parent: ReferenceView | null;

  /**
   * Its own IANA time zone.
   * @example "Europe/Rome"
   */
  timeZone: string | null;

  /**
   * Degrees north, WGS 84.
   * @example 40.8054
   */
  latitude: number | null;

  /**
   * Degrees east, WGS 84.
   * @example 14.1722
   */
  longitude: number | null;

  /**
   * Its postal address.
   * @example "Via Coroglio 104, Naples"
   */
  address: string | null;

  /**
   * How many people it holds.
   * @example 120
   */
  capacity: number | null;
}

/** A place with all its names and what contains it. */
export class PlaceView extends PlaceItem {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** Further places that contain it. */
  containedIn: ReferenceView[];

  /**
   * What it is like, by language.
   * @example { "it": "motore economico della Cina orientale" }
   */
  description: Text | null;
}

/** What answers recording a place. */
export class CreatedPlace extends CreatedOf(PlaceView) {}

/** One page of places. */
export class PlacePage extends PageOf(PlaceItem) {}

/** Which places to list. */
export class PlaceQuery extends DirectoryQuery {
  /**
   * Only places of this kind.
   * @example "city"
   */
  @IsOptional()
  @IsOneOf(PLACE_KINDS)
  kind?: PlaceKind;

  /**
   * Only places that lie directly in this one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  parent?: string;

  /**
   * Only places anywhere inside this one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  within?: string;
}
