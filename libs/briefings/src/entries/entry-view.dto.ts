import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { AgendaItemReference } from '#agendas';
import { EventReferenceView } from '#events';
import { Few, IsText, NameDto, ReferenceView } from '#platform';
import { ClassifiedView, NamedItem, PageOf, StatusChangeView, SubjectView, VisibilityView } from '#records';
import { type Text, VERIFICATIONS, type Verification } from '#vocabulary';
import { FigureSummary } from '../figures/figure-view.dto.js';
import { EntryLinkSummary } from '../links/entry-link-view.dto.js';
import { ENTRY_KINDS, type EntryKind, type EntryStatus, LEVELS, type Level } from './entry.rules.js';

/** What every answer about an entry holds. */
export class EntryCore extends IntersectionType(NamedItem, VisibilityView) {
  /**
   * What kind of entry it is.
   * @example "programme"
   */
  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;

  /**
   * Where it stands.
   * @example "under_way"
   */
  status: EntryStatus;

  /**
   * Who decides on it, or whom it binds.
   * @example "municipal"
   */
  @ApiProperty({ enum: [...LEVELS, null], nullable: true })
  level: Level | null;

  /**
   * Its place among the parts of its parent, or among what is part of nothing about the same.
   * @example 1
   */
  position: number;

  /** The entry that it is part of. */
  parent: ReferenceView | null;

  /** The place that it is about. */
  place: ReferenceView | null;

  /** The organization that it is about. */
  organization: ReferenceView | null;

  /** The person that it is about. */
  person: ReferenceView | null;

  /** The topic that it is about. */
  topic: ReferenceView | null;

  /** The forum series that it is about. */
  series: ReferenceView | null;

  /** The relationship that it is about. */
  relationship: ReferenceView | null;

  /**
   * When it began or was said.
   * @example "2021"
   */
  since: string | null;

  /**
   * When it ends or ended.
   * @example "2027"
   */
  until: string | null;

  /**
   * How far it can be relied on.
   * @example "unverified"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;

  /**
   * How many parts it has.
   * @example 4
   */
  childCount: number;

  /**
   * How many figures it has.
   * @example 2
   */
  figureCount: number;
}

/** An entry in a list. */
export class EntryItem extends EntryCore {
  /**
   * What there is to say, in the language asked for.
   * @example "open innovation; support for technology transfer to SMEs and startups"
   */
  text: string | null;

  /** The first of its parts, in order. */
  @Few()
  children: EntryPartView[];

  /** The first of its figures, in order. */
  @Few()
  figures: FigureSummary[];

  /** The first topics it touches on. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it touches on.
   * @example 4
   */
  topicCount: number;

  /** The first organizations that issued it. */
  @Few()
  issuers: ReferenceView[];

  /**
   * How many organizations issued it.
   * @example 1
   */
  issuerCount: number;

  /** The first organizations that carry it out. */
  @Few()
  actors: ReferenceView[];

  /**
   * How many organizations carry it out.
   * @example 1
   */
  actorCount: number;

  /**
   * The first questions it leaves open, in the language asked for.
   * @example ["which direction of development is meant, and where it is written"]
   */
  @Few()
  questions: string[];

  /**
   * How many questions it leaves open.
   * @example 1
   */
  questionCount: number;
}

/** A part of an entry. */
export class EntryPartView extends ReferenceView {
  /**
   * What kind of entry it is.
   * @example "pillar"
   */
  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;
}

/** What something could mean. */
export class HypothesisView {
  /** What it could be, by language. */
  @IsText()
  text: Text;

  /**
   * How far that can be relied on.
   * @example "unverified"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;

  /** Why it may be so, or may not, by language. */
  @IsText()
  note: Text | null;
}

/** What nobody could tell yet. */
export class QuestionView {
  /**
   * The id of the question, by which it can be followed up.
   * @example "019a8f3e-4c00-7000-8000-000000000005"
   */
  id: string;

  /** What is to be found out, by language. */
  @IsText()
  text: Text;

  /**
   * The id of the follow-up that it has become; null where it has not.
   * @example "019a8f3e-4c00-7000-8000-000000000006"
   */
  followUpId: string | null;
}

/** An entry with everything that is said of it. */
export class EntryView extends IntersectionType(EntryCore, ClassifiedView) {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** What there is to say, by language. */
  @IsText()
  text: Text | null;

  /** The record that it speaks of. */
  record: SubjectView | null;

  /** The organizations that issued it. */
  issuers: ReferenceView[];

  /** The organizations that carry it out. */
  actors: ReferenceView[];

  /** The topics it touches on. */
  topics: ReferenceView[];

  /** The places it extends to. */
  places: ReferenceView[];

  /** Its layout or form in words, by language. */
  @IsText()
  layout: Text | null;

  /** Its dates where they are only described, by language. */
  @IsText()
  datesNote: Text | null;

  /** The event that was its occasion. */
  event: EventReferenceView | null;

  /** The agenda item that was its occasion. */
  item: AgendaItemReference | null;

  /** Who said it, where it is a statement. */
  speaker: ReferenceView | null;

  /** The office that the speaker held then, by language. */
  @IsText()
  officeHeld: Text | null;

  /**
   * The language in which a statement was made.
   * @example "en"
   */
  language: string | null;

  /** What it could mean. */
  hypotheses: HypothesisView[];

  /** What nobody could tell yet. */
  openQuestions: QuestionView[];

  /** Its parts, in order: the first 200 of `childCount`; `GET /v1/entries?parent=` gives all. */
  children: EntryPartView[];

  /** Its figures, in order: the first 200 of `figureCount`; `GET /v1/figures?record=` gives all. */
  figures: FigureSummary[];

  /** What it has to do with other entries. */
  links: EntryLinkSummary[];

  /** What other entries have to do with it. */
  linkedFrom: EntryLinkSummary[];

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of entries. */
export class EntryPage extends PageOf(EntryItem) {}
