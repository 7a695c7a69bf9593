import { IdOf, IsOneOf, IsText, PatchOf, ReferenceView } from '#platform';
import { ListQuery, PageOf, RecordInput, RecordView } from '#records';
import type { Text } from '#vocabulary';
import { GIFT_DIRECTIONS, type GiftDirection } from './gift.rules.js';

/** A gift as it is recorded. */
export class CreateGift extends RecordInput {
  /** What it is, by language. */
  @IsText()
  title: Text;

  /** Whether it was given or received. */
  @IsOneOf(GIFT_DIRECTIONS)
  direction: GiftDirection;

  /** Who received or gave it. */
  @IdOf('organization')
  organizationId: string;
}

/** A merge patch of a gift. */
export class PatchGift extends PatchOf(CreateGift) {}

/** A gift. */
export class GiftView extends RecordView {
  /** What it is, by language. */
  @IsText()
  title: Text;

  /** Whether it was given or received. */
  direction: GiftDirection;

  /** Who received or gave it. */
  organization: ReferenceView;
}

/** One page of gifts. */
export class GiftPage extends PageOf(GiftView) {}

/** Which gifts to list. */
export class GiftQuery extends ListQuery {}
