import { IsLine, IsLines, IsPartialDate, MayBeNull, One, PatchOf, ReferenceView } from '#platform';
import { ActorView } from '#records';
import type { PartialDate } from '#vocabulary';
import { FIELDS, type Field } from './profile.rules.js';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';

const LONG = 5000;

/** What somebody travels with. */
export class PassportDto {
  /**
   * Its number.
   * @example "X0000000"
   */
  @MayBeNull()
  @IsLine(50)
  number?: string | null;

  /**
   * The country whose passport it is.
   * @example "China"
   */
  @MayBeNull()
  @IsLine(100)
  country?: string | null;

  /**
   * Where, or by whom, it was issued.
   * @example "Guizhou"
   */
  @MayBeNull()
  @IsLine(200)
  issuedAt?: string | null;

  /** Until when it is valid. */
  @MayBeNull()
  @IsPartialDate('2031-05')
  expires?: PartialDate | null;
}

/** What somebody may enter the country with. */
export class VisaDto {
  /**
   * Of which kind it is.
   * @example "Schengen, short stay"
   */
  @MayBeNull()
  @IsLine(100)
  kind?: string | null;

  /**
   * Its number.
   * @example "000000000"
   */
  @MayBeNull()
  @IsLine(50)
  number?: string | null;

  /** Until when it is valid. */
  @MayBeNull()
  @IsPartialDate('2027-05-31')
  validUntil?: PartialDate | null;
}

/** Whom to call where something happens to somebody. */
export class EmergencyContactDto {
  /**
   * What they are called.
   * @example "Sun Lan"
   */
  @MayBeNull()
  @IsLine(200)
  name?: string | null;

  /**
   * Where they are called.
   * @example "+86 851 0000 0000"
   */
  @MayBeNull()
  @IsLine(50)
  phone?: string | null;

  /**
   * What they are to the person.
   * @example "sister"
   */
  @MayBeNull()
  @IsLine(100)
  relation?: string | null;
}

/** What is kept of a person under protection; what is left out is not known. */
export class PutProtectedProfile {
  /** The passport. */
  @MayBeNull()
  @One(() => PassportDto)
  passport?: PassportDto | null;

  /** When the person was born. */
  @MayBeNull()
  @IsPartialDate('1970-01-01')
  birthDate?: PartialDate | null;

  /** The visa. */
  @MayBeNull()
  @One(() => VisaDto)
  visa?: VisaDto | null;

  /**
   * What the person does not eat or drink.
   * @example "no pork, no alcohol"
   */
  @MayBeNull()
  @IsLines(LONG)
  dietary?: string | null;

  /**
   * What a doctor would have to know.
   * @example "allergic to penicillin"
   */
  @MayBeNull()
  @IsLines(LONG)
  medical?: string | null;

  /** Whom to call where something happens. */
  @MayBeNull()
  @One(() => EmergencyContactDto)
  emergencyContact?: EmergencyContactDto | null;

  /**
   * What else is for those alone who look after the person.
   * @example "needs a step-free way"
   */
  @MayBeNull()
  @IsLines(LONG)
  notes?: string | null;
}

/** A merge patch of what is kept of a person under protection. */
export class PatchProtectedProfile extends PatchOf(PutProtectedProfile) {}

/** Whose a profile is, and who made it. */
class ProfileStamp {
  /** Whose it is. */
  person: ReferenceView;

  /**
   * Rises by one with every change.
   * @example 1
   */
  version: number;

  /**
   * When it was first written (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  createdAt: string;

  /** Who wrote it first. */
  createdBy: ActorView;

  /**
   * When it was last changed (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  updatedAt: string;

  /** Who changed it last. */
  updatedBy: ActorView;
}

/** The answer to a change: what is kept now, and nothing of what it says. */
export class ProtectedProfileNote extends ProfileStamp {
  /** Which fields are filled in. */
  @ApiProperty({ type: [String], enum: FIELDS, example: ['passport', 'dietary'] })
  fields: Field[];
}

/** What a profile says. */
export class ProtectedValues {
  /** The passport. */
  passport: PassportDto | null;

  /**
   * When the person was born.
   * @example "1970-01-01"
   */
  birthDate: string | null;

  /** The visa. */
  visa: VisaDto | null;

  /**
   * What the person does not eat or drink.
   * @example "no pork, no alcohol"
   */
  dietary: string | null;

  /**
   * What a doctor would have to know.
   * @example "allergic to penicillin"
   */
  medical: string | null;

  /** Whom to call where something happens. */
  emergencyContact: EmergencyContactDto | null;

  /**
   * What else is for those alone who look after the person.
   * @example "needs a step-free way"
   */
  notes: string | null;
}

/** What is kept of a person under protection. */
export class ProtectedProfileView extends IntersectionType(ProfileStamp, ProtectedValues) {}
