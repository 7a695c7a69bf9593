import type { OpenAPIObject } from '@nestjs/swagger';

export type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** What a problem says of an agenda item that has a room. */
export const BOOKING: Record<string, Schema> = {
  id: {
    type: 'string',
    format: 'uuid',
    description: 'The id of the agenda item.',
    example: '019a8f3e-4c00-7000-8000-000000000001',
  },
  title: {
    type: 'string',
    description: 'Its title.',
    example: 'Welcome at Città della Scienza',
  },
  event: { $ref: '#/components/schemas/EventReferenceView' },
  startsAt: {
    type: 'string',
    description: 'When it starts, in the local time of the room.',
    example: '2018-07-12T09:30:00+02:00',
  },
  endsAt: {
    type: 'string',
    description: 'When it ends, in the local time of the room.',
    example: '2018-07-12T11:00:00+02:00',
  },
};

/** What a problem says of a record that has the name which is asked for. */
export const CANDIDATE: Record<string, Schema> = {
  id: {
    type: 'string',
    format: 'uuid',
    description: 'The id of the record.',
    example: '019a8f3e-4c00-7000-8000-000000000001',
  },
  name: {
    type: 'string',
    description: 'Its name, chosen by `Accept-Language`.',
    example: 'Tsinghua University',
  },
  record: { type: 'string', description: 'What kind of record it is.', example: 'organization' },
  kind: {
    type: ['string', 'null'],
    description: 'Of what kind it is itself, where records of its kind have kinds.',
    example: 'university',
  },
  within: {
    anyOf: [{ $ref: '#/components/schemas/ReferenceView' }, { type: 'null' }],
    description: 'What it is part of, where it can be part of another.',
  },
};

/** What a problem says of a text that holds the name of a person. */
export const MENTION: Record<string, Schema> = {
  kind: { type: 'string', description: 'What kind of record it is.', example: 'published participations' },
  id: {
    type: 'string',
    format: 'uuid',
    description: 'Its id.',
    example: '019a8f3e-4c00-7000-8000-000000000001',
  },
  field: { type: 'string', description: 'The field.', example: 'summary' },
  certain: {
    type: 'boolean',
    description: 'Whether it is the name, and not the family name alone.',
    example: true,
  },
};
