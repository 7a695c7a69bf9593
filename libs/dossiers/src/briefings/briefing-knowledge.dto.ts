import { ApiProperty, IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { AGREEMENT_STATUSES } from '#agreements';
import { EntryItem, FigureSummary, QuestionView, RelationshipItem } from '#briefings';
import { EventReferenceView } from '#events';
import { FORUM_STATUSES } from '#forums';
import { ReferenceView } from '#platform';
import { VISIT_STATUSES } from '#visits';
import { VERIFICATIONS, type Verification } from '#vocabulary';
import { Doubtful } from './briefing-parts.dto.js';

const OCCASION_STATUSES = [
  ...new Set([...VISIT_STATUSES, ...FORUM_STATUSES, ...AGREEMENT_STATUSES]),
] as const;

/** A figure in a briefing. */
export class BriefingFigure extends IntersectionType(OmitType(FigureSummary, ['verification']), Doubtful) {}

/** An entry in a briefing. */
export class BriefingEntry extends IntersectionType(
  PickType(EntryItem, ['id', 'kind', 'name', 'status', 'level', 'since', 'until']),
  Doubtful,
) {
  /**
   * What there is to say, in the language chosen by `Accept-Language`.
   * @example "four pillars, one city"
   */
  text: string | null;

  /**
   * The language that this text is written in.
   * @example "en"
   */
  lang: string | null;

  /** Its first figures: what was measured, what is to be reached and by when. */
  figures: BriefingFigure[];
}

/** A part of a programme, with what it consists of. */
export class BriefingPillar extends BriefingEntry {
  /**
   * How many entries are part of it.
   * @example 3
   */
  partCount: number;

  /** The first of them, in their order. */
  parts: BriefingEntry[];
}

/** A programme in a briefing. */
export class BriefingProgramme extends BriefingEntry {
  /**
   * How many entries are part of it.
   * @example 4
   */
  partCount: number;

  /** The first of them, in their order. */
  parts: BriefingPillar[];
}

/** What a term could mean. */
export class BriefingHypothesis {
  /**
   * What it could be, in the language chosen by `Accept-Language`.
   * @example "four pillars, sixteen measures"
   */
  text: string;

  /**
   * How far that can be relied on.
   * @example "unverified"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;
}

/** A term of the glossary; its text is the definition, where there is one. */
export class BriefingTerm extends BriefingEntry {
  /** What it could mean. */
  hypotheses: BriefingHypothesis[];
}

/** A quotation in a briefing. */
export class BriefingStatement extends BriefingEntry {
  /** Who said it. */
  speaker: ReferenceView | null;

  /**
   * The office that they held then.
   * @example "Mayor of Chongqing"
   */
  officeHeld: string | null;

  /** Where it was said. */
  event: EventReferenceView | null;
}

/** What nobody could tell yet. */
export class BriefingQuestion extends PickType(QuestionView, ['id', 'followUpId']) {
  /**
   * What is to be found out, in the language chosen by `Accept-Language`.
   * @example "What does 416 stand for?"
   */
  text: string;

  /** The entry that leaves it open. */
  entry: ReferenceView;
}

/** What happened within a relationship. */
export class BriefingOccasion {
  /**
   * What it is.
   * @example "visit"
   */
  @ApiProperty({ enum: ['visit', 'forum', 'agreement'] })
  kind: 'visit' | 'forum' | 'agreement';

  /**
   * The id of the record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name, chosen by `Accept-Language`.
   * @example "Guiyang delegation in Naples and Rome"
   */
  name: string;

  /**
   * When it begins, or when an agreement was signed, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * When it ends, where it lasts.
   * @example "2018-07-13"
   */
  ends: string | null;

  /**
   * Where it stands.
   * @example "completed"
   */
  @ApiProperty({ enum: OCCASION_STATUSES })
  status: (typeof OCCASION_STATUSES)[number];

  /**
   * By which these are ordered: the last day that its dates may mean, or on which an agreement may have been signed.
   * @example "2018-07-13"
   */
  day: string | null;
}

/** A relationship, seen from the thing that the briefing is about. */
export class BriefingRelationship extends IntersectionType(
  PickType(RelationshipItem, ['id', 'name', 'kind', 'trend', 'since']),
  Doubtful,
) {
  /** The place on the other side, where it is one. */
  place: ReferenceView | null;

  /** The organization on the other side, where it is one. */
  organization: ReferenceView | null;

  /**
   * What it rests on, in the language chosen by `Accept-Language`.
   * @example "manufacturing and research"
   */
  basis: string | null;

  /** The last visits, forums and agreements that concern both sides, newest first, but not what was called off or never bound. */
  recent: BriefingOccasion[];
}
