import { ApiProperty } from '@nestjs/swagger';
import { IntersectionType } from '@nestjs/swagger';
import { AgendaItemReference } from '#agendas';
import { EventReferenceView } from '#events';
import { Few, NameDto, ReferenceView } from '#platform';
import { ClassifiedView, NamedItem, PageOf, StatusChangeView, VisibilityView } from '#records';
import { AgreementLinkSummary } from '../links/agreement-links.dto.js';
import { ObligationPart } from '../obligations/obligations.dto.js';
import { PartyPart } from '../parties/parties.dto.js';
import type { AgreementKind, AgreementStatus, Binding, RenewalMode } from './agreement.rules.js';

/** Whether and how an agreement goes on when its term ends, with everything that is known of it. */
export class RenewalView {
  /**
   * Whether it is renewed at all, by agreement, by itself, or has no end.
   * @example "automatic"
   */
  mode: RenewalMode;

  /**
   * How long each term lasts.
   * @example "P5Y"
   */
  term: string | null;

  /**
   * How long before it expires notice must be given.
   * @example "P6M"
   */
  noticePeriod: string | null;
}

/** Where the signed document is, and what is written above it. */
export class SignedDocumentView {
  /**
   * Where it is kept.
   * @example "https://archive.example.org/agreements/2017-11.pdf"
   */
  url: string;

  /**
   * What is written above it.
   * @example "Memorandum of Understanding"
   */
  title: string | null;
}

/** The time for which an agreement holds until it ends or is renewed. */
export class TermView {
  /**
   * From when: of the first term as it is written, of a later one the day after the end of the one before.
   * @example "2018-01-01"
   */
  starts: string | null;

  /**
   * Its last day; where expiry is vague, the last that it may mean. Null where no end is known.
   * @example "2022-12-31"
   */
  ends: string | null;
}

/** What every answer about an agreement holds. */
export class AgreementCore extends IntersectionType(NamedItem, VisibilityView) {
  /**
   * What kind of agreement it is.
   * @example "joint_lab"
   */
  kind: AgreementKind | null;

  /**
   * Where it stands.
   * @example "signed"
   */
  status: AgreementStatus;

  /**
   * Whether it binds in law.
   * @example "non_binding"
   */
  binding: Binding;

  /**
   * The number it is filed under.
   * @example "2017/114"
   */
  referenceNumber: string | null;

  /**
   * Whether it was or will be concluded at a distance.
   * @example false
   */
  virtual: boolean;

  /** The event at which it was or will be signed; null too where the caller may not see it. */
  signedAtEvent: EventReferenceView | null;

  /** The agenda item at which it was or will be signed. */
  signedAtItem: AgendaItemReference | null;

  /** The event that it came from. */
  originEvent: EventReferenceView | null;

  /**
   * When it was proposed.
   * @example "2017"
   */
  proposed: string | null;

  /**
   * When it was approved.
   * @example "2017-10-24"
   */
  approved: string | null;

  /** The body that approved it. */
  approvedByOrganization: ReferenceView | null;

  /**
   * The session at which it was approved.
   * @example "9th session of 2017"
   */
  approvalSession: string | null;

  /**
   * The resolution by which it was approved.
   * @example "2017/9/14"
   */
  approvalResolution: string | null;

  /**
   * When it was signed.
   * @example "2017-11"
   */
  signed: string | null;

  /**
   * When it takes effect.
   * @example "2018-01-01"
   */
  effective: string | null;

  /**
   * Whether it takes effect on signature.
   * @example false
   */
  effectiveOnSignature: boolean;

  /**
   * When it expires, or where it renews itself, when its first term ends.
   * @example "2022-12-31"
   */
  expiry: string | null;

  /**
   * When it is to be reviewed.
   * @example "2020"
   */
  review: string | null;

  /**
   * When it was or will be terminated.
   * @example "2021-06-30"
   */
  terminated: string | null;

  /**
   * Why it was terminated.
   * @example "the partners could not agree on funding"
   */
  terminationReason: string | null;

  /** Whether and how it goes on when its term ends. */
  renewal: RenewalView | null;

  /** The organization it creates. */
  createsOrganization: ReferenceView | null;

  /** The signed document. */
  document: SignedDocumentView | null;

  /**
   * The term that runs today, at the office; null where it is not signed yet or no more in force, and once it is over.
   */
  currentTerm: TermView | null;

  /**
   * The day before the end of that term by which notice must be given.
   * @example "2022-06-30"
   */
  noticeBy: string | null;

  /**
   * Whether it is signed, in force or suspended and today, at the office, is inside the notice period before the end of its term.
   * @example false
   */
  expiring: boolean;

  /**
   * Whether its term is over: it is `expired`, or signed, in force or suspended although its expiry has passed at the office.
   * @example false
   */
  expired: boolean;

  /**
   * How many days ago its term ended; null where it has not, or nobody knows when: which term was the last of one that
   * renewed itself is not recorded.
   * @example 12
   */
  lapsedBy: number | null;

  /**
   * Whether it is signed, in force or suspended and the first day of its review has come.
   * @example false
   */
  reviewDue: boolean;

  /**
   * How many of its obligations are open although their last day has passed at the office; none where it never bound.
   * @example 0
   */
  overdueObligationCount: number;
}

/** A party as the register prints it. */
export class PartyReferenceView extends ReferenceView {
  /**
   * The side it stands on.
   * @example "Italy"
   */
  side: string | null;
}

/** An agreement in the register. */
export class AgreementItem extends AgreementCore {
  /** The first organizations that are its parties, as they were recorded. */
  @Few()
  parties: PartyReferenceView[];

  /**
   * How many parties it has.
   * @example 5
   */
  partyCount: number;

  /** The first places where it was or will be concluded. */
  @Few()
  places: ReferenceView[];

  /**
   * In how many places it was or will be concluded.
   * @example 1
   */
  placeCount: number;

  /** The first topics it covers. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it covers.
   * @example 1
   */
  topicCount: number;

  /**
   * How many obligations it holds.
   * @example 1
   */
  obligationCount: number;
}

/** An agreement with everything that is part of it. */
export class AgreementView extends IntersectionType(AgreementCore, ClassifiedView) {
  /**
   * What its status needs and it does not have, in words. What is recorded after the fact may lack it, and it can be
   * added piece by piece; what it has of it can be changed, but not taken away.
   * @example ["the signature of Tsinghua University"]
   */
  missing: string[];

  /** All its names, in every language and script. */
  names: NameDto[];

  /** The topics it covers. */
  topics: ReferenceView[];

  /** Where it was or will be concluded. */
  places: ReferenceView[];

  /**
   * What it is for, each objective by language.
   * @example [{ "en": "research and training on the intelligent factory" }]
   */
  @ApiProperty({ items: { type: 'object', additionalProperties: { type: 'string' } } })
  objectives: Record<string, string>[];

  /**
   * The languages in which its text is authentic.
   * @example ["it", "zh-Hans"]
   */
  authenticLanguages: string[];

  /** Its parties with those who sign for them, as they were recorded. */
  parties: PartyPart[];

  /** What the parties have promised to do, as it was recorded. */
  obligations: ObligationPart[];

  /** Links from it to other agreements. */
  links: AgreementLinkSummary[];

  /** Links from other agreements to it. */
  linkedFrom: AgreementLinkSummary[];

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of agreements. */
export class AgreementPage extends PageOf(AgreementItem) {}
