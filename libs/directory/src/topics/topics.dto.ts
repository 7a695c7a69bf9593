import {
  IdOf,
  IdOrNameOf,
  IsNames,
  IsText,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  ReferenceView,
} from '#platform';
import { NamedItem, PageOf, RecordInput } from '#records';
import type { Text } from '#vocabulary';
import { DirectoryQuery } from '../directory-query.dto.js';
import { CreatedOf } from '../similar/similar.dto.js';

/** A topic as it is recorded. */
export class CreateTopic extends RecordInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /** The wider topic it is part of. */
  @MayBeNull()
  @IdOf('topic')
  parentId?: string | null;

  /** What belongs to it, by language. */
  @MayBeNull()
  @IsText()
  description?: Text | null;
}

/** A merge patch of a topic. */
export class PatchTopic extends PatchOf(CreateTopic) {}

/** A topic in a list. */
export class TopicItem extends NamedItem {
  /** The wider topic it is part of. */
  parent: ReferenceView | null;
}

/** A topic with all its names. */
export class TopicView extends TopicItem {
  /** All its names, in every language and script. */
  names: NameDto[];

  /**
   * What belongs to it, by language.
   * @example { "it": "dati di grande volume e velocità" }
   */
  description: Text | null;
}

/** What answers recording a topic. */
export class CreatedTopic extends CreatedOf(TopicView) {}

/** One page of topics. */
export class TopicPage extends PageOf(TopicItem) {}

/** Which topics to list. */
export class TopicQuery extends DirectoryQuery {
  /**
   * Only topics directly under this one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @MayBeAbsent()
  @IdOrNameOf('topic')
  parent?: string;
}
