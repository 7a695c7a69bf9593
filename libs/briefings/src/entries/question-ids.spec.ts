import { describe, expect, it } from '@jest/globals';
import { questionIdsOf } from './question-ids.js';

const ENTRY = { id: '019a8f3e-4c00-7000-8000-000000000181' };

describe('the ids of questions', () => {
  const three = (entry: { id?: string }): string[] => {
    const make = questionIdsOf(entry);
    return [make(), make(), make()];
  };

  it('are always the same of an entry whose id is fixed, and each another', () => {
    expect(three(ENTRY)).toEqual(three(ENTRY));
    expect(new Set(three(ENTRY)).size).toBe(3);
    expect(three(ENTRY)).not.toEqual(three({ id: '019a8f3e-4c00-7000-8000-000000000182' }));
  });

  it('are any others otherwise', () => {
    expect(three({})).not.toEqual(three({}));
  });

  it('are UUIDs', () => {
    for (const id of three(ENTRY))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
