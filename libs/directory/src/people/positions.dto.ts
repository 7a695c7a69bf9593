import { PickType } from '@nestjs/swagger';
import { IdOf, IsText, MayBeNull, PatchOf, ReferenceView } from '#platform';
import { PageOf, PartOf, RecordView } from '#records';
import type { Text } from '#vocabulary';
import { TenureDto, TenureQuery } from '../tenure.dto.js';

/** A position of a person as it is recorded. */
export class CreatePosition extends TenureDto {
  /** The organization it is held at. */
  @IdOf('organization')
  organizationId: string;

  /** What the person is there. */
  @IsText()
  title: Text;

  /** For whom the person acts in this position, where that is somebody else. */
  @MayBeNull()
  @IsText()
  onBehalfOf?: Text | null;
}

/** A merge patch of a position. */
export class PatchPosition extends PatchOf(CreatePosition) {}

class PositionFacts extends RecordView {
  /** The organization it is held at. */
  organization: ReferenceView;

  /**
   * When it began, as far as that is known.
   * @example "2016-05"
   */
  since: string | null;

  /**
   * When it ended, as far as that is known.
   * @example "2018"
   */
  until: string | null;

  /**
   * Whether it is over: it was said so, or its last day has passed.
   * @example false
   */
  ended: boolean;
}

/** A position of a person in a list. */
export class PositionItem extends PositionFacts {
  /**
   * What the person is there, in the language to show.
   * @example "Director of the Planning Division"
   */
  title: string;

  /**
   * For whom the person acts in this position, in the language to show.
   * @example "the regional councillor for scientific research"
   */
  onBehalfOf: string | null;
}

/** A position in a list of people. */
export class PositionOfPerson extends PickType(PositionItem, ['id', 'organization', 'title', 'ended']) {}

/** A position of a person. */
export class PositionView extends PositionFacts {
  /**
   * What the person is there, in every language it is known in.
   * @example { "en": "Director of the Planning Division" }
   */
  title: Text;

  /**
   * For whom the person acts in this position, in every language it is known in.
   * @example { "en": "the regional councillor for scientific research" }
   */
  onBehalfOf: Text | null;
}

/** A position as the person shows it. */
export class PositionPart extends PartOf(PositionView) {}

/** One page of positions. */
export class PositionPage extends PageOf(PositionItem) {}

/** Which positions to list. */
export class PositionQuery extends TenureQuery {}
