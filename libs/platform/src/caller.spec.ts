import { describe, expect, it } from '@jest/globals';
import { callerOf, callerValues } from './caller.js';

const actor = { id: '019a8f3e-4c00-7000-8000-000000000001', name: 'Office' };

describe('a caller, as statements know them', () => {
  it('is one value with all that decides what they may see', () => {
    const caller = callerOf({
      actor,
      role: 'organizer',
      scopes: ['visits:read', 'contacts:read'],
      headers: { 'accept-language': 'it' },
    });
    expect(callerValues(caller)).toEqual({
      caller: `{"actor":"${actor.id}","actors":["${actor.id}"],"role":"organizer","scopes":["contacts:read"],"organizations":[]}`,
      languages: ['it'],
      archived: false,
    });
  });

  it('is null where nobody asks', () => {
    expect(callerValues(callerOf({ headers: {} })).caller).toBeNull();
  });

  it('counts as whoever it is the deputy of, too', () => {
    const onBehalfOf = { id: '019a8f3e-4c00-7000-8000-000000000002', name: 'Protocol', roles: ['protocol'] };
    const { caller } = callerValues(callerOf({ actor, onBehalfOf, role: 'organizer', headers: {} }));
    expect(JSON.parse(caller as string)).toMatchObject({
      actor: actor.id,
      actors: [actor.id, onBehalfOf.id],
      principalRoles: ['protocol'],
    });
  });

  it('is nobody else for being remembered', () => {
    const writer = callerOf({
      actor,
      role: 'organizer',
      scopes: ['visits:read', 'contacts:read'],
      headers: {},
    });
    expect(callerValues(writer)).toEqual(callerValues(writer));
    expect(callerValues({ ...writer, scopes: [] }).caller).toBe(
      `{"actor":"${actor.id}","actors":["${actor.id}"],"role":"organizer","scopes":[],"organizations":[]}`,
    );
  });
});
