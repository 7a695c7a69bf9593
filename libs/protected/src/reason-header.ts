import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { REASON_HEADER } from './asked.js';

const DESCRIPTION =
  "Why you ask: one line of 1 to 500 characters, kept in the audit trail with who asked. Letters other than English ones are sent as UTF-8, or as RFC 8187 writes them: `UTF-8''visa%20office`.";

/** Documents the header in which the callers of all routes of a controller say why they ask. */
export const AsksForReason = (): ClassDecorator =>
  applyDecorators(
    ApiHeader({
      name: REASON_HEADER,
      required: true,
      description: DESCRIPTION,
      schema: { type: 'string', maxLength: 1600 },
    }),
  );
