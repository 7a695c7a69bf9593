import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems } from '#vocabulary';
import { dueAfter, followUpLifecycle, linkErrors, missingForFollowUp } from './follow-up.rules.js';

describe('the lifecycle of a follow-up', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(followUpLifecycle)).toEqual([]);
  });
});

describe('a follow-up', () => {
  const waived = ['not to be mandatory: it can be waived, with a reason'];

  it.each([
    ['blocked', { mandatory: false, reason: 'no answer from the ministry' }, []],
    ['blocked', { mandatory: false }, ['a reason']],
    ['waived', { mandatory: true, reason: 'the embassy writes them' }, []],
    ['waived', { mandatory: true, reason: ' ' }, ['a reason']],
    ['cancelled', { mandatory: true, reason: 'no time' }, waived],
    ['cancelled', { mandatory: false }, []],
    ['done', { mandatory: true }, []],
    ['open', { mandatory: true }, []],
  ])('that is to be %s with %o lacks what is missing', (to, facts, missing) => {
    expect(missingForFollowUp(to, facts)).toEqual(missing);
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
    ['no origin', {}, ['/eventId', '/agendaItemId', '/outcomeId', '/agreementId', '/obligationId']],
  ])('has %s or is refused', (_, followUp, pointers) => {
    expect(linkErrors(followUp).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('what is due after a visit', () => {
  const today = '2026-11-22';

  it.each([
    ['2018-07-13', 'P21D', '2018-08-03'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2018-07', 'P7D', '2026-11-29'],
    ['2018-07-13?', 'P7D', '2026-11-29'],
    [null, 'P21D', '2026-12-13'],
  ])('counts from its end (%s) where that is a day, else from today', (end, duration, due) => {
    expect(dueAfter(end, duration, today)).toBe(due);
  });
});
