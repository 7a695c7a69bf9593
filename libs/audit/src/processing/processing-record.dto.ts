import { ApiProperty } from '@nestjs/swagger';
import { ROLE_NAMES, type Role } from '#identity';

/** Who answers for the data of people. */
export class ControllerView {
  /**
   * What the office is called (`OFFICE_NAME`); null where its operator has not said it.
   * @example "International relations office, City of Naples"
   */
  name: string | null;

  /**
   * How to reach who answers for the data (`DATA_PROTECTION_CONTACT`); null where its operator has not said it.
   * @example "mailto:privacy@example.org"
   */
  contact: string | null;
}

/** What is done with the data of people, for one purpose. */
export class ActivityView {
  /**
   * What for.
   * @example "To be able to say who saw and did what"
   */
  purpose: string;

  /**
   * Of whom the data are.
   * @example ["users of Corteo"]
   */
  people: string[];

  /**
   * Which data.
   * @example ["who, when, from which network address, for which reason"]
   */
  data: string[];

  /** The roles that may see them. */
  @ApiProperty({ enum: ROLE_NAMES, isArray: true, example: ['admin'] })
  recipients: Role[];

  /**
   * Who else gets them.
   * @example []
   */
  others: string[];

  /**
   * For how long they are kept.
   * @example "730 days; refusals 90 days"
   */
  kept: string;
}

/** What keeps the data safe. */
export class MeasureView {
  /**
   * The measure.
   * @example "Callers reach the server over TLS."
   */
  measure: string;

  /**
   * Whether it is taken here, as the server is configured.
   * @example true
   */
  inPlace: boolean;
}

/** The record of processing activities (GDPR, article 30). */
export class ProcessingRecordView {
  /**
   * The day on which it was drawn up, at the office.
   * @example "2026-11-22"
   */
  asOf: string;

  /** Who answers for the data. */
  controller: ControllerView;

  /** What is done with the data of people. */
  activities: ActivityView[];

  /**
   * To whom abroad data go.
   * @example "Corteo sends no data of people anywhere by itself."
   */
  transfers: string;

  /** What keeps the data safe. */
  measures: MeasureView[];
}
