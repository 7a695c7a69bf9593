import { BOOKING, CANDIDATE, MENTION, type Schema } from './openapi.problem-parts.js';

/** What every refusal and failure holds (RFC 9457). */
export const PROBLEM: Schema = {
  type: 'object',
  description: 'A refusal or failure (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: {
      type: 'string',
      description: 'The address of a page that explains this kind of problem.',
      example: '/problems/record.unknown',
    },
    title: {
      type: 'string',
      description: 'The kind of problem, in words.',
      example: 'There is no such record',
    },
    status: { type: 'integer', description: 'The HTTP status.', minimum: 400, maximum: 599, example: 404 },
    detail: {
      type: 'string',
      description: 'What happened and what would help.',
      example: 'There is no visit with this id.',
    },
    instance: {
      type: 'string',
      description: 'The address that was asked.',
      example: '/v1/visits/019a8f3e-4c00-7000-8000-000000000001',
    },
    code: { $ref: '#/components/schemas/ProblemCode' },
    errors: {
      type: 'array',
      description: 'Every field at fault, up to 100.',
      items: {
        type: 'object',
        required: ['pointer', 'detail', 'code'],
        properties: {
          pointer: {
            type: 'string',
            description: 'A JSON pointer into the body, or ?name for a query parameter.',
            example: '/legs/0/starts',
          },
          detail: {
            type: 'string',
            description: 'What is wrong with it.',
            example: 'must be a date that exists',
          },
          code: {
            anyOf: [{ $ref: '#/components/schemas/FieldCode' }, { $ref: '#/components/schemas/ProblemCode' }],
            description: 'The rule it breaks; the problem of its record, where several are written at once.',
            example: 'partial-date',
          },
          file: {
            type: ['string', 'null'],
            description: 'The file that it stands in, where it came in one.',
            example: 'guiyang-naples-rome.yaml',
          } as Schema,
          line: { type: 'integer', description: 'The line that it stands in, from 1.', example: 12 },
          column: { type: 'integer', description: 'The column that it stands in, from 1.', example: 5 },
          cell: {
            type: 'string',
            description: 'The cell of a sheet that it stands in, with the head of its column.',
            example: 'C5 “Data”',
          },
          candidates: {
            type: 'array',
            description: 'The records that it could be, where that is not clear.',
            items: { $ref: '#/components/schemas/ReferenceView' },
          },
        },
        additionalProperties: false,
      },
    },
    allowed: {
      type: 'array',
      items: { type: 'string' },
      description: 'The moves that are allowed from here.',
      example: ['planned', 'declined'],
    },
    missing: {
      type: 'array',
      items: { type: 'string' },
      description: 'What the move still lacks.',
      example: ['host'],
    },
    undecided: {
      type: 'array',
      description:
        'The texts that hold the name of a person, of which it is not decided what becomes of them.',
      items: {
        type: 'object',
        required: Object.keys(MENTION),
        properties: MENTION,
        additionalProperties: false,
      },
    },
    changed: {
      type: 'array',
      description: 'What was changed since a merge, of what it had changed: of what kind it is, and its key.',
      items: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { type: 'string', description: 'What kind of record it is.', example: 'participation' },
        },
        additionalProperties: { type: 'string' },
      },
    },
    fields: {
      type: 'array',
      items: { type: 'string' },
      description:
        'The protected fields of which two people who would be one say different things; never what.',
      example: ['passport'],
    },
    booking: {
      type: 'object',
      description: 'The agenda item that has the room.',
      required: Object.keys(BOOKING),
      properties: BOOKING,
      additionalProperties: false,
    },
    bookings: {
      type: 'array',
      description:
        'The agenda items that have the rooms of an event since it was called off, each with the one it is in the way of.',
      items: {
        type: 'object',
        required: [...Object.keys(BOOKING), 'item'],
        properties: { ...BOOKING, item: { $ref: '#/components/schemas/AgendaItemReference' } },
        additionalProperties: false,
      },
    },
    candidates: {
      type: 'array',
      description: 'The first records that have the name which a filter gives, where it is not clear.',
      items: {
        type: 'object',
        required: ['id', 'name', 'record'],
        properties: CANDIDATE,
        additionalProperties: false,
      },
    },
    candidateCount: {
      type: 'integer',
      description: 'How many records have that name.',
      example: 2,
    },
    currentTag: {
      type: 'string',
      description: 'The entity tag that the record has now.',
      example: '"2-cLz4FN8nmK86xgO2Bi9RB_YFlnY"',
    },
    changedBy: {
      allOf: [{ $ref: '#/components/schemas/ActorView' }],
      description: 'Who changed the record last.',
    },
    changedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When the record was last changed (RFC 3339, UTC).',
      example: '2026-11-22T09:00:00.000Z',
    },
    requestId: {
      type: 'string',
      description:
        'What the log knows the request by, where it failed here (500); `X-Request-Id` says it too.',
      example: 'c2xRPwZk.1v',
    },
    missingScope: { type: 'string', description: 'The scope that the token lacks.', example: 'visits:write' },
  },
  additionalProperties: false,
};
