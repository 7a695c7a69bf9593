import { ApiProperty } from '@nestjs/swagger';
import { IsText, ReferenceView } from '#platform';
import { PageOf, RecordView } from '#records';
import type { Text } from '#vocabulary';
import { ENTRY_LINK_KINDS, type EntryLinkKind } from './entry-link.rules.js';

/** A link between two entries. */
export class EntryLinkView extends RecordView {
  /**
   * What the one entry has to do with the other.
   * @example "based_on"
   */
  @ApiProperty({ enum: ENTRY_LINK_KINDS })
  kind: EntryLinkKind;

  /** The entry it links to. */
  to: ReferenceView;

  /** In what, or how far, by language. */
  @IsText()
  note: Text | null;
}

/** A link between two entries, as it stands in one of them. */
export class EntryLinkSummary {
  /**
   * The id of the link.
   * @example "019a8f3e-4c00-7000-8000-000000000004"
   */
  id: string;

  /**
   * What the one entry has to do with the other.
   * @example "based_on"
   */
  @ApiProperty({ enum: ENTRY_LINK_KINDS })
  kind: EntryLinkKind;

  /** The other entry. */
  entry: ReferenceView;

  /** In what, or how far, by language. */
  @IsText()
  note: Text | null;
}

/** One page of links. */
export class EntryLinkPage extends PageOf(EntryLinkView) {}
