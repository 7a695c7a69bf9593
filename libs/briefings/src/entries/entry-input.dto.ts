import { OmitType } from '@nestjs/swagger';
import {
  IdOf,
  IdsOf,
  IsAnyId,
  IsLanguage,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsWhole,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
} from '#platform';
import { ClassifiedInput } from '#records';
import { type Text, VERIFICATIONS, type Verification } from '#vocabulary';
import {
  ENTRY_KINDS,
  ENTRY_STATUSES,
  type EntryKind,
  type EntryStatus,
  LEVELS,
  type Level,
} from './entry.rules.js';

/** What something could mean. */
export class HypothesisDto {
  /** What it could be, by language. */
  @IsText()
  text: Text;

  /**
   * How far that can be relied on; `unverified` where nothing is said.
   * @example "unverified"
   */
  @MayBeAbsent()
  @IsOneOf(VERIFICATIONS)
  verification?: Verification;

  /** Why it may be so, or may not, by language. */
  @MayBeNull()
  @IsText()
  note?: Text | null;
}

/** What nobody could tell yet. */
export class QuestionDto {
  /** In a patch: the id of the question that it is; left out, it is the one in the same words, or another. */
  @MayBeAbsent()
  @IsAnyId('a question of this entry')
  id?: string;

  /** What is to be found out, by language. */
  @IsText()
  text: Text;
}

/** An entry as it is recorded, about exactly one place, organization, person, topic, forum series or relationship. */
export class CreateEntry extends ClassifiedInput {
  /** Its names, in every language and script they are known in; only a statement may have none. */
  @MayBeAbsent()
  @ListOf(() => NameDto, { most: 50 })
  names?: NameDto[];

  /**
   * What kind of entry it is: a `term` is one of the glossary, a `statement` a quotation.
   * @example "programme"
   */
  @IsOneOf(ENTRY_KINDS)
  kind: EntryKind;

  /** What there is to say, by language: the definition of a term, the words of a statement. */
  @MayBeNull()
  @IsText()
  text?: Text | null;

  /**
   * Where it stands; `unknown` where nothing is said. Later it moves by transitions.
   * @example "under_way"
   */
  @MayBeAbsent()
  @IsOneOf(ENTRY_STATUSES)
  status?: EntryStatus;

  /**
   * Who decides on it, or whom it binds.
   * @example "municipal"
   */
  @MayBeNull()
  @IsOneOf(LEVELS)
  level?: Level | null;

  /** The entry that it is part of: the programme of a pillar. It is about the same, which need not be said again. */
  @MayBeNull()
  @IdOf('entry')
  parentId?: string | null;

  /**
   * Its place among the parts of its parent, or among what is part of nothing about the same; the last where nothing is
   * said. Of two with the same position, the one recorded first comes first.
   * @example 1
   */
  @MayBeAbsent()
  @IsWhole(0, 1_000_000)
  position?: number;

  /** The place that it is about. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** The organization that it is about. */
  @MayBeNull()
  @IdOf('organization')
  organizationId?: string | null;

  /** The person that it is about. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** The topic that it is about. */
  @MayBeNull()
  @IdOf('topic')
  topicId?: string | null;

  /** The forum series that it is about. */
  @MayBeNull()
  @IdOf('forum series')
  seriesId?: string | null;

  /** The relationship that it is about. */
  @MayBeNull()
  @IdOf('relationship')
  relationshipId?: string | null;

  /** A record of any kind that it speaks of: the zone that it planned, a visit that follows it. */
  @MayBeNull()
  @IsAnyId('a record')
  recordId?: string | null;

  /** The organizations that issued it, in order. */
  @MayBeAbsent()
  @IdsOf('organization')
  issuerIds?: string[];

  /** The organizations that carry it out, in order. */
  @MayBeAbsent()
  @IdsOf('organization')
  actorIds?: string[];

  /** The topics it touches on. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** The places it extends to. */
  @MayBeAbsent()
  @IdsOf('place')
  placeIds?: string[];

  /** Its layout or form in words, by language: how a corridor is laid out. */
  @MayBeNull()
  @IsText()
  layout?: Text | null;

  /** When it began or was said, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2021')
  since?: string | null;

  /** When it ends or ended, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2027')
  until?: string | null;

  /** Its dates where they are only described, by language: in recent years. */
  @MayBeNull()
  @IsText()
  datesNote?: Text | null;

  /** The event that was its occasion: where it was said, or celebrated. */
  @MayBeNull()
  @IdOf('event')
  eventId?: string | null;

  /** The agenda item that was its occasion; it is one of the event. */
  @MayBeNull()
  @IdOf('agenda item')
  itemId?: string | null;

  /** Who said it, where it is a statement. */
  @MayBeNull()
  @IdOf('person')
  speakerId?: string | null;

  /** The office that the speaker held then, by language. */
  @MayBeNull()
  @IsText()
  officeHeld?: Text | null;

  /**
   * The language in which a statement was made: a BCP 47 tag.
   * @example "en"
   */
  @MayBeNull()
  @IsLanguage()
  language?: string | null;

  /**
   * How far it can be relied on; `reported` where nothing is said.
   * @example "unverified"
   */
  @MayBeAbsent()
  @IsOneOf(VERIFICATIONS)
  verification?: Verification;

  /** What it could mean, where that is not known. */
  @MayBeAbsent()
  @ListOf(() => HypothesisDto, { most: 50 })
  hypotheses?: HypothesisDto[];

  /** What nobody could tell yet; each can become a follow-up. */
  @MayBeAbsent()
  @ListOf(() => QuestionDto, { most: 50 })
  openQuestions?: QuestionDto[];
}

/** A merge patch of an entry. */
export class PatchEntry extends PatchOf(OmitType(CreateEntry, ['status'])) {}
