import {
  IdOf,
  IdsOf,
  IsAddress,
  IsDuration,
  IsLanguageList,
  IsLine,
  IsLines,
  IsNames,
  IsOneOf,
  IsPartialDate,
  IsTextList,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  One,
  PatchOf,
} from '#platform';
import { ClassifiedInput } from '#records';
import type { Text } from '#vocabulary';
import { IsBoolean } from 'class-validator';
import { NewObligation } from '../obligations/obligations.dto.js';
import { CreateParty } from '../parties/parties.dto.js';
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  type AgreementKind,
  type AgreementStatus,
  BINDINGS,
  type Binding,
  RENEWAL_MODES,
  type RenewalMode,
} from './agreement.rules.js';

/** Whether and how an agreement goes on when its term ends. */
export class RenewalDto {
  /**
   * Whether it is renewed at all, by agreement, by itself term after term, or has no end: what is `evergreen` never
   * expires, and is reviewed.
   * @example "automatic"
   */
  @IsOneOf(RENEWAL_MODES)
  mode: RenewalMode;

  /**
   * How long each term lasts: an ISO 8601 duration in years, months and days. What renews itself does so for this
   * long, counted from its expiry.
   */
  @MayBeNull()
  @IsDuration()
  term?: string | null;

  /** How long before the end of each term notice must be given; inside that time it is expiring. */
  @MayBeNull()
  @IsDuration('P6M')
  noticePeriod?: string | null;
}

/** The signed document. */
export class SignedDocumentDto {
  /**
   * Where it is kept.
   * @example "https://archive.example.org/agreements/2017-11.pdf"
   */
  @IsAddress()
  url: string;

  /**
   * What is written above it.
   * @example "Memorandum of Understanding"
   */
  @MayBeNull()
  @IsLine(500)
  title?: string | null;
}

/** What may be said of an agreement and changed later. */
export class AgreementFields extends ClassifiedInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /**
   * What kind of agreement it is, as far as that is known.
   * @example "joint_lab"
   */
  @MayBeNull()
  @IsOneOf(AGREEMENT_KINDS)
  kind?: AgreementKind | null;

  /**
   * Whether it binds in law; `unknown` where nothing is said.
   * @example "non_binding"
   */
  @MayBeAbsent()
  @IsOneOf(BINDINGS)
  binding?: Binding;

  /** The topics it covers. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** What it is for, each objective by language. */
  @MayBeAbsent()
  @IsTextList()
  objectives?: Text[];

  /**
   * The number it is filed under.
   * @example "2017/114"
   */
  @MayBeNull()
  @IsLine(100)
  referenceNumber?: string | null;

  /** The languages in which its text is authentic. */
  @MayBeAbsent()
  @IsLanguageList()
  authenticLanguages?: string[];

  /** Where it was or will be concluded: in one place, in several, or in none. */
  @MayBeAbsent()
  @IdsOf('place')
  placeIds?: string[];

  /**
   * Whether it was or will be concluded at a distance; `false` unless said otherwise.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  virtual?: boolean;

  /** The event at which it was or will be signed; where an item is named, that of its agenda. */
  @MayBeNull()
  @IdOf('event')
  signedAtEventId?: string | null;

  /** The agenda item at which it was or will be signed. */
  @MayBeNull()
  @IdOf('agenda item')
  signedAtItemId?: string | null;

  /** The event that it came from, such as the visit at which it was agreed upon. */
  @MayBeNull()
  @IdOf('event')
  originEventId?: string | null;

  /** When it was proposed. */
  @MayBeNull()
  @IsPartialDate('2017')
  proposed?: string | null;

  /** When it was approved. */
  @MayBeNull()
  @IsPartialDate('2017-10-24')
  approved?: string | null;

  /** The body that approved it, such as a senate or a city council. */
  @MayBeNull()
  @IdOf('organization')
  approvedByOrganizationId?: string | null;

  /**
   * The session at which it was approved.
   * @example "9th session of 2017"
   */
  @MayBeNull()
  @IsLine(200)
  approvalSession?: string | null;

  /**
   * The resolution by which it was approved.
   * @example "2017/9/14"
   */
  @MayBeNull()
  @IsLine(200)
  approvalResolution?: string | null;

  /** When it was signed; where nothing is said of one that is recorded as signed or later, when the last party did. */
  @MayBeNull()
  @IsPartialDate('2017-11')
  signed?: string | null;

  /** When it takes effect. */
  @MayBeNull()
  @IsPartialDate('2018-01-01')
  effective?: string | null;

  /**
   * Whether it takes effect on signature, so that no other date is needed.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  effectiveOnSignature?: boolean;

  /** When it expires, or where it renews itself, when its first term ends. */
  @MayBeNull()
  @IsPartialDate('2022-12-31')
  expiry?: string | null;

  /** When it is to be reviewed. */
  @MayBeNull()
  @IsPartialDate('2020')
  review?: string | null;

  /** When it was or will be terminated. */
  @MayBeNull()
  @IsPartialDate('2021-06-30')
  terminated?: string | null;

  /**
   * Why it was terminated.
   * @example "the partners could not agree on funding"
   */
  @MayBeNull()
  @IsLines(2000)
  terminationReason?: string | null;

  /** Whether and how it goes on when its term ends; null where that is not known. */
  @MayBeNull()
  @One(() => RenewalDto)
  renewal?: RenewalDto | null;

  /** The organization it creates, such as a joint laboratory. */
  @MayBeNull()
  @IdOf('organization')
  createsOrganizationId?: string | null;

  /** The signed document. */
  @MayBeNull()
  @One(() => SignedDocumentDto)
  document?: SignedDocumentDto | null;
}

/** An agreement as it is recorded: with its parties, their signatories and its obligations in one request. */
export class CreateAgreement extends AgreementFields {
  /**
   * Where it stands; later it moves by transitions.
   * @example "signed"
   */
  @MayBeAbsent()
  @IsOneOf(AGREEMENT_STATUSES)
  status?: AgreementStatus;

  /** Its parties, each with those who sign for it. */
  @MayBeNull()
  @ListOf(() => CreateParty)
  parties?: CreateParty[] | null;

  /** What the parties have promised to do. */
  @MayBeNull()
  @ListOf(() => NewObligation)
  obligations?: NewObligation[] | null;
}

/** A merge patch of an agreement; its parties, signatories, obligations and links are records of their own. */
export class PatchAgreement extends PatchOf(AgreementFields) {}
