import { ApiProperty } from '@nestjs/swagger';
import { NameDto } from '#platform';
import {
  BriefingAgreement,
  BriefingEvent,
  BriefingFollowUp,
  BriefingPromise,
} from './briefing-events.dto.js';
import {
  BriefingEntry,
  BriefingFigure,
  BriefingProgramme,
  BriefingQuestion,
  BriefingRelationship,
  BriefingStatement,
  BriefingTerm,
} from './briefing-knowledge.dto.js';
import { Doubtful, PartOf } from './briefing-parts.dto.js';
import {
  BriefingDelegation,
  BriefingMember,
  BriefingOrganization,
  BriefingPerson,
  BriefingPosition,
  OrganizationsOfKind,
} from './briefing-people.dto.js';

export class EntriesPart extends PartOf(BriefingEntry) {}
export class FiguresPart extends PartOf(BriefingFigure) {}
export class ProgrammesPart extends PartOf(BriefingProgramme) {}
export class TermsPart extends PartOf(BriefingTerm) {}
export class StatementsPart extends PartOf(BriefingStatement) {}
export class QuestionsPart extends PartOf(BriefingQuestion) {}
export class OrganizationsPart extends PartOf(BriefingOrganization) {}
export class PeoplePart extends PartOf(BriefingPerson) {}
export class PositionsPart extends PartOf(BriefingPosition) {}
export class MembersPart extends PartOf(BriefingMember) {}
export class DelegationsPart extends PartOf(BriefingDelegation) {}
export class RelationshipsPart extends PartOf(BriefingRelationship) {}
export class EventsPart extends PartOf(BriefingEvent) {}
export class AgreementsPart extends PartOf(BriefingAgreement) {}
export class PromisesPart extends PartOf(BriefingPromise) {}
export class FollowUpsPart extends PartOf(BriefingFollowUp) {}

/** What there is to know before a meeting: each part with its newest or most important records, and a count. */
export class BriefingView extends Doubtful {
  /**
   * What it is about.
   * @example "place"
   */
  @ApiProperty({ enum: ['place', 'organization', 'person', 'delegation'] })
  kind: 'place' | 'organization' | 'person' | 'delegation';

  /**
   * The id of that.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name, chosen by `Accept-Language`.
   * @example "Chongqing"
   */
  name: string;

  /** All its names, in every language and script. */
  names: NameDto[];

  /**
   * What it is like, or what a delegation comes for, in the language chosen by `Accept-Language`.
   * @example "a city of thirty million on the Yangtze"
   */
  text: string | null;

  /**
   * The language that this text is written in.
   * @example "en"
   */
  lang: string | null;

  /**
   * The day at the office on which all of it was so.
   * @example "2026-11-22"
   */
  asOf: string;

  /** What the office knows of it in a few words. */
  profile: EntriesPart;

  /** Figures of it itself. */
  figures: FiguresPart;

  /** Its programmes, with their pillars and measures in order, and what they are to reach by when. */
  programmes: ProgrammesPart;

  /** Policies, mechanisms, recognitions and whatever else stands outside a programme. */
  policies: EntriesPart;

  /** The words that are used there, and what they mean or could mean. */
  glossary: TermsPart;

  /** What was said there, or by them. */
  statements: StatementsPart;

  /** What nobody could tell yet. */
  questions: QuestionsPart;

  /** How many organizations of each kind are there, most first. */
  organizationKinds: OrganizationsOfKind[];

  /** The organizations there, those that govern first; of an organization its units. */
  organizations: OrganizationsPart;

  /** The people there, with what they are now. */
  people: PeoplePart;

  /** What a person is and was, the latest first. */
  positions: PositionsPart;

  /** The members of a delegation who are expected: the head, then by precedence. */
  members: MembersPart;

  /** The delegations that a person belongs to, the latest first. */
  delegations: DelegationsPart;

  /** What it is to others; of a place, also what the places that it lies in are. */
  relationships: RelationshipsPart;

  /** Visits that took place, or were confirmed and are over, newest first, with what came of them. */
  pastVisits: EventsPart;

  /** Visits that come, the next first; then those that are still asked for, planned or postponed although their days are over. */
  comingVisits: EventsPart;

  /** Forums, newest first. */
  forums: EventsPart;

  /** Agreements that bind, what ends first before the rest. */
  agreements: AgreementsPart;

  /** What both sides promised, in agreements that bind or have bound and in meetings: what is open by its day, then what was done. */
  promises: PromisesPart;

  /** Follow-ups that are open, the most urgent first. */
  followUps: FollowUpsPart;
}
