import { OmitType } from '@nestjs/swagger';
import { IdOf, IsOneOf, IsText, MayBeNull, PatchOf } from '#platform';
import { ListQuery, RecordInput } from '#records';
import type { Text } from '#vocabulary';
import { ENTRY_LINK_KINDS, type EntryLinkKind } from './entry-link.rules.js';

/** A link as it is recorded. */
export class CreateEntryLink extends RecordInput {
  /** The entry to link to. */
  @IdOf('entry')
  toId: string;

  /**
   * What the one entry has to do with the other: `based_on` it, `aligned_with` it, an `example_of` it; a part of its
   * own tree is said by the parent.
   * @example "based_on"
   */
  @IsOneOf(ENTRY_LINK_KINDS)
  kind: EntryLinkKind;

  /** In what, or how far, by language. */
  @MayBeNull()
  @IsText()
  note?: Text | null;
}

/** A merge patch of a link: what it leads to stays. */
export class PatchEntryLink extends PatchOf(OmitType(CreateEntryLink, ['toId'])) {}

/** Which links of an entry to list. */
export class EntryLinkQuery extends ListQuery {}
