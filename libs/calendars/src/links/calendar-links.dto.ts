import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, type Audience } from '#agendas';
import { ACCESS_STATES, type AccessState } from '#identity';
import { IsAnyId, IsInstant, IsLanguageList, IsLine, IsOneOf, MayBeAbsent, MayBeNull, One } from '#platform';
import { ActorView, PageOf, PageQuery } from '#records';
import { ArrayMinSize, IsBoolean } from 'class-validator';
import { SUBJECT_KINDS, type SubjectKind } from './calendar-link.rules.js';

/** What a private calendar is about. */
export class LinkSubject {
  /**
   * What it is. A person has what they take part in, a delegation its visits with their agendas, a visit or a forum
   * its programme, a place its bookings, an actor what they are responsible for, and the office all visits and forums.
   * @example "visit"
   */
  @IsOneOf(SUBJECT_KINDS)
  kind: SubjectKind;

  /** Which one; the office has none. */
  @MayBeAbsent()
  @IsAnyId('a person, a delegation, a visit, a forum, a place or an actor')
  id?: string;
}

/** A private address of a calendar, for a program that sends no access token. */
export class CreateCalendarLink {
  /** What its calendar is about. */
  @One(() => LinkSubject)
  subject: LinkSubject;

  /**
   * For whom it is: of agendas, it shows the items that are meant for them.
   * @example "guests"
   */
  @IsOneOf(AUDIENCES)
  audience: Audience;

  /** The languages to show names and texts in, best first. */
  @IsLanguageList()
  @ArrayMinSize(1)
  languages: string[];

  /**
   * Whether it names the people who speak or host; where it does not, it names whom they belong to.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  showsPeople?: boolean;

  /** When it ends; with the rights of who made it, where that is left out. */
  @MayBeNull()
  @IsInstant('2027-06-30T22:00:00Z', { fractions: true })
  expiresAt?: string | null;

  /**
   * What its calendar is called.
   * @example "Guiyang delegation in Naples and Rome"
   */
  @IsLine(200)
  label: string;
}

/** What a private calendar is about, as it is shown. */
export class LinkSubjectView {
  /** What it is. */
  @ApiProperty({ enum: SUBJECT_KINDS, example: 'visit' })
  kind: SubjectKind;

  /**
   * Which one; null of the office.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '019a8f3e-4c00-7000-8000-000000000001',
  })
  id: string | null;
}

/** A private address of a calendar, without its secret. */
export class CalendarLinkView {
  /**
   * The id of the address.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * What its calendar is called.
   * @example "Guiyang delegation in Naples and Rome"
   */
  label: string;

  /** What its calendar is about. */
  subject: LinkSubjectView;

  /** For whom it is. */
  @ApiProperty({ enum: AUDIENCES, example: 'guests' })
  audience: Audience;

  /**
   * The languages that names and texts are shown in, best first.
   * @example ["it", "zh-Hans"]
   */
  languages: string[];

  /**
   * Whether it names the people who speak or host.
   * @example false
   */
  showsPeople: boolean;

  /** Who made it, and by whose rights it shows what it does. */
  maker: ActorView;

  /** Whether it is valid as far as itself is concerned, was revoked, or is over. */
  @ApiProperty({ enum: ACCESS_STATES, example: 'living' })
  state: AccessState;

  /**
   * When it was made (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  createdAt: string;

  /**
   * Until when its former address is answered, too, where it was replaced (RFC 3339, UTC).
   * @example "2026-12-24T09:00:00.000Z"
   */
  formerUntil: string | null;

  /**
   * When it ends (RFC 3339, UTC); null where it ends with the rights of who made it.
   * @example "2027-06-30T22:00:00.000Z"
   */
  expiresAt: string | null;

  /**
   * When it was revoked (RFC 3339, UTC).
   * @example "2026-12-24T09:00:00.000Z"
   */
  revokedAt: string | null;

  /**
   * The day on which it was last read (UTC).
   * @example "2026-11-22"
   */
  lastReadOn: string | null;
}

/** A private address that was just made: the only answer that shows it. */
export class MadeCalendarLinkView extends CalendarLinkView {
  /**
   * The address to subscribe to; it is not shown again.
   * @example "https://corteo.example.org/v1/calendars/private/corteo_calendar_….ics"
   */
  address: string;

  /**
   * The same for programs that subscribe to whatever begins with `webcal:`.
   * @example "webcal://corteo.example.org/v1/calendars/private/corteo_calendar_….ics"
   */
  webcal: string;

  /**
   * The address of the server for programs that know CalDAV.
   * @example "https://corteo.example.org/dav/"
   */
  caldav: string;

  /**
   * The password that those ask for, with whatever name of a user.
   * @example "corteo_calendar_…"
   */
  password: string;
}

/** One page of private addresses, the newest first. */
export class CalendarLinkPage extends PageOf(CalendarLinkView) {}

/** Which private addresses to list. */
export class CalendarLinkQuery extends PageQuery {
  /** Only those that are valid, were revoked, or are over. */
  @MayBeAbsent()
  @IsOneOf(ACCESS_STATES)
  state?: AccessState;
}
