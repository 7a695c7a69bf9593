import { ApiProperty } from '@nestjs/swagger';
import { MEDIA_TYPES, type MediaType } from './document.rules.js';

/** The document of a record; its bytes are read at `…/document`. */
export class DocumentView {
  /**
   * What its file is called.
   * @example "invitation.pdf"
   */
  name: string;

  /**
   * What it is, by its bytes.
   * @example "application/pdf"
   */
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType: MediaType;

  /**
   * How many bytes it has.
   * @example 182044
   */
  size: number;

  /**
   * The SHA-256 of its bytes, in hexadecimal.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  checksum: string;
}
