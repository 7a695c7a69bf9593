import { describe, expect, it } from '@jest/globals';
import { callerOf, callerValues } from './caller.js';

const actor = { id: '019a8f3e-4c00-7000-8000-000000000001', name: 'Office' };

describe('a caller, as statements know them', () => {
  it('is one value with all that decides what they may see', () => {
    const caller = callerOf({ actor, scopes: ['read', 'write'], headers: { 'accept-language': 'it' } });
    expect(callerValues(caller)).toEqual({
      caller: `{"actor":"${actor.id}","scopes":["read","write"],"organizations":[]}`,
      languages: ['it'],
      archived: false,
    });
  });

  it('is null where nobody asks', () => {
    expect(callerValues(callerOf({ headers: {} })).caller).toBeNull();
  });

  it('is nobody else for being remembered', () => {
    const writer = callerOf({ actor, scopes: ['read', 'write'], headers: {} });
    expect(callerValues(writer)).toEqual(callerValues(writer));
    expect(callerValues({ ...writer, scopes: ['read'] }).caller).toBe(
      `{"actor":"${actor.id}","scopes":["read"],"organizations":[]}`,
    );
  });
});
