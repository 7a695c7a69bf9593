import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '#refusals';
import {
  type Decisions,
  type Passage,
  furtherRedactions,
  mentionsOf,
  redactionsBy,
} from './mention.rules.js';

const ID = '019a8f3e-4c00-7000-8000-000000000001';

const passage = (overrides: Partial<Passage> = {}): Passage => ({
  table: 'events',
  key: { id: ID },
  recordId: ID,
  column: 'summary',
  kind: 'visit',
  field: 'summary',
  pointer: '/en',
  start: 4,
  end: 15,
  certain: true,
  past: false,
  excerpt: 'Led by Sun Zhiming',
  ...overrides,
});

const PLACE = { kind: 'visit', id: ID, field: 'summary' };
const PAST = passage({ table: 'history', key: { record_id: ID, id: 7 }, past: true });

function decide(passages: readonly Passage[], decisions: Partial<Decisions>): unknown {
  try {
    return redactionsBy(mentionsOf(passages), { keep: [], redact: [], ...decisions });
  } catch (refusal) {
    const { code, facts } = refusal as Refusal;
    return [code, facts['undecided'] ?? facts['errors']];
  }
}

describe('what is decided of a text that holds the name', () => {
  const redaction = { table_name: 'events', key: { id: ID }, record_id: ID, field: 'summary', ranges: null };

  it('is that all that was found is blacked out, also in what the field held before', () => {
    const ofPast = { ...redaction, table_name: 'history', key: PAST.key };
    expect(decide([passage(), passage({ pointer: '/it' }), PAST], { redact: [PLACE] })).toEqual([
      redaction,
      ofPast,
    ]);
  });

  it('or that some ranges are, which hold all that was found', () => {
    const ranges = [{ pointer: '/en', start: 0, end: 15 }];
    const paths = [{ path: ['en'], starts: 0, ends: 15 }];
    expect(decide([passage()], { redact: [{ ...PLACE, ranges }] })).toEqual([
      { ...redaction, ranges: paths },
    ]);
  });

  it.each([
    ['another text', { pointer: '/it', start: 0, end: 99 }],
    ['less', { pointer: '/en', start: 4, end: 14 }],
    ['what comes later', { pointer: '/en', start: 5, end: 99 }],
    ['the field itself', { start: 0, end: 99 }],
  ])('is nothing where ranges hold %s', (_, range) => {
    const undecided = [{ ...PLACE, certain: true }];
    expect(decide([passage()], { redact: [{ ...PLACE, ranges: [range] }] })).toEqual([
      'erasure.undecided',
      undecided,
    ]);
  });

  it('or that others are, where what was found only may be the name', () => {
    const ranges = [{ pointer: '/en', start: 0, end: 15 }];
    const perhaps = passage({ certain: false, start: 20, end: 24 });
    const redaction = { ranges: [{ path: ['en'], starts: 0, ends: 15 }] };
    expect(decide([passage(), perhaps], { redact: [{ ...PLACE, ranges }] })).toMatchObject([redaction]);
    expect(decide([perhaps], { redact: [{ ...PLACE, ranges }] })).toMatchObject([redaction]);
  });

  it('is that it is kept', () => {
    expect(
      decide([passage(), PAST], { keep: [{ ...PLACE, id: ID.toUpperCase(), reason: 'published' }] }),
    ).toEqual([]);
  });

  it('cannot be both, and nothing is decided of what is not there', () => {
    const keep = [{ ...PLACE, reason: 'published' }];
    expect(decide([passage()], { keep, redact: [PLACE] })).toMatchObject([
      'request.invalid',
      [{ pointer: '/redact/0', code: 'decided-twice' }],
    ]);
    expect(decide([], { keep, redact: [PLACE] })).toMatchObject([
      'request.invalid',
      [
        { pointer: '/keep/0', code: 'unknown-mention' },
        { pointer: '/redact/0', code: 'unknown-mention' },
      ],
    ]);
  });

  it('may be said of ranges of other texts, too', () => {
    const other = { ...PLACE, field: 'theme', ranges: [{ start: 0, end: 3 }] };
    const decisions = { keep: [], redact: [PLACE, other, { ...PLACE, field: 'notes' }] };
    expect(furtherRedactions(mentionsOf([passage()]), decisions)).toEqual([other]);
  });
});
