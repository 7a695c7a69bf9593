import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import {
  type FollowUpLinks,
  dueAfter,
  followUpLifecycle,
  linkErrors,
  missingForFollowUp,
  ownerErrors,
} from './follow-up.rules.js';

describe('the lifecycle of a follow-up', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(followUpLifecycle)).toEqual([]);
  });

  it('begins open, and leads into each status from these', () => {
    const underWay = ['open', 'in_progress', 'blocked'];
    expect(followUpLifecycle.initial).toBe('open');
    expect(waysInto(followUpLifecycle)).toEqual({
      open: ['in_progress', 'blocked', 'done', 'waived', 'cancelled'],
      in_progress: ['open', 'blocked'],
      blocked: ['open', 'in_progress'],
      done: underWay,
      waived: underWay,
      cancelled: underWay,
    });
  });
});

describe('a follow-up', () => {
  const waived = ['not to be mandatory: it can be waived, with a reason'];

  it.each([
    ['blocked', { mandatory: false, reason: 'no answer from the ministry' }, []],
    ['blocked', { mandatory: false }, ['a reason']],
    ['blocked', { mandatory: true, reason: null }, ['a reason']],
    ['waived', { mandatory: false, reason: '' }, ['a reason']],
    ['waived', { mandatory: true, reason: 'the embassy writes them' }, []],
    ['waived', { mandatory: true, reason: ' ' }, ['a reason']],
    ['cancelled', { mandatory: true, reason: 'no time' }, waived],
    ['cancelled', { mandatory: false }, []],
    ['done', { mandatory: true }, []],
    ['open', { mandatory: true }, []],
  ])('that is to be %s with %o lacks what is missing', (to, facts, missing) => {
    expect(missingForFollowUp(to, facts)).toEqual(missing);
  });

  it('needs nothing to be moved to any other status', () => {
    const guarded = ['blocked', 'waived', 'cancelled'];
    const others = statesOf(followUpLifecycle).filter((status) => !guarded.includes(status));
    expect(others).toEqual(['open', 'in_progress', 'done']);
    expect(others.flatMap((to) => missingForFollowUp(to, { mandatory: true }))).toStrictEqual([]);
  });

  it.each([
    ['one origin and nobody yet', { eventId: 'e' }, []],
    ['one origin and one owner', { obligationId: 'o', ownerPersonId: 'p' }, []],
    ['two origins', { eventId: 'e', outcomeId: 'o' }, ['/eventId', '/outcomeId']],
    [
      'two owners',
      { eventId: 'e', ownerActorId: 'a', ownerPersonId: 'p' },
      ['/ownerActorId', '/ownerPersonId'],
    ],
    ['no origin', {}, []],
    [
      'no origin and two owners',
      { agendaItemId: null, ownerOrganizationId: 'o', ownerPersonId: 'p' },
      ['/ownerPersonId', '/ownerOrganizationId'],
    ],
  ])('has %s or is refused', (_, followUp, pointers) => {
    expect(linkErrors(followUp).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each(['eventId', 'agendaItemId', 'outcomeId', 'agreementId', 'obligationId', 'entryId'] as const)(
    'can come from its %s alone',
    (origin) => {
      expect(linkErrors({ [origin]: 'o' })).toEqual([]);
      expect(linkErrors({ eventId: null, obligationId: null, [origin]: 'o' })).toEqual([]);
    },
  );

  it('tells what it can come from', () => {
    const detail = 'A follow-up comes from one event, agenda item, outcome, agreement, obligation or entry.';
    expect(linkErrors({ agreementId: 'a', outcomeId: 'o' })).toEqual([
      { pointer: '/outcomeId', detail, code: 'one-of' },
      { pointer: '/agreementId', detail, code: 'one-of' },
    ]);
  });

  it('may come from nothing but the wish of the office', () => {
    expect([linkErrors({}), linkErrors({ agreementId: null })]).toEqual([[], []]);
  });

  it.each<[FollowUpLinks, string[]]>([
    [{}, []],
    [{ ownerActorId: null, ownerPersonId: null, ownerOrganizationId: null }, []],
    [{ ownerActorId: 'a' }, []],
    [{ ownerActorId: null, ownerPersonId: 'p' }, []],
    [{ ownerOrganizationId: 'o' }, []],
    [{ ownerOrganizationId: 'o', ownerActorId: 'a' }, ['ownerActorId', 'ownerOrganizationId']],
    [{ ownerPersonId: 'p', ownerOrganizationId: 'o' }, ['ownerPersonId', 'ownerOrganizationId']],
    [
      { ownerOrganizationId: 'o', ownerPersonId: 'p', ownerActorId: 'a' },
      ['ownerActorId', 'ownerPersonId', 'ownerOrganizationId'],
    ],
  ])('owned by %j has too many owners: %j', (owners, surplus) => {
    const detail = 'A follow-up is owned by one user, one person or one organization.';
    const errors = surplus.map((field) => ({ pointer: `/${field}`, detail, code: 'one-of' }));
    expect(ownerErrors(owners)).toEqual(errors);
  });
});

describe('what is due after a visit', () => {
  const today = '2026-11-22';

  it.each([
    ['2018-07-13', 'P21D', '2018-08-03'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2023-01-31', 'P1M', '2023-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2018-12-31', 'P1Y1M1D', '2020-02-01'],
    ['2018', 'P7D', '2026-11-29'],
    ['2018-07-13~', 'P7D', '2026-11-29'],
    ['2018-07', 'P7D', '2026-11-29'],
    ['2018-07-13?', 'P7D', '2026-11-29'],
    [null, 'P21D', '2026-12-13'],
    ['9999-12-10', 'P21D', '9999-12-31'],
    ['9999-12-11', 'P21D', null],
    ['9999-12-31', 'P999Y', null],
  ])('counts from its end (%s) where that is a day, else from today', (end, duration, due) => {
    expect(dueAfter(end, duration, today)).toBe(due);
  });
});
