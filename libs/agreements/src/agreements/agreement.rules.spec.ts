import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { obligationLifecycle } from '../obligations/obligation.rules.js';
import {
  AGREEMENT_STATUSES,
  BOUND,
  type AgreementFacts,
  LIVE,
  agreementLifecycle,
  changesOfMove,
  dateErrors,
  missingForMove,
} from './agreement.rules.js';

const bare: AgreementFacts & { approved: null } = {
  today: '2026-11-22',
  approved: null,
  partyCount: 2,
  unsigned: [],
  signed: null,
  lastSignature: null,
  signaturesFrom: null,
  effective: null,
  effectiveOnSignature: false,
  expiry: null,
  termEnds: null,
  isEvergreen: false,
  terminated: null,
  terminationReason: null,
  hasSuccessor: false,
  hasReplacement: false,
};

describe('The lifecycles of agreements and obligations', () => {
  it('are sound', () => {
    expect([...lifecycleProblems(agreementLifecycle), ...lifecycleProblems(obligationLifecycle)]).toEqual([]);
  });

  it('lead from a proposal into each status from these', () => {
    const wished = ['proposed', 'drafting', 'negotiating', 'approved'];
    expect(agreementLifecycle.initial).toBe('proposed');
    expect(waysInto(agreementLifecycle)).toEqual({
      proposed: [],
      drafting: ['proposed'],
      negotiating: ['drafting'],
      approved: ['negotiating'],
      signed: ['approved'],
      in_force: ['signed', 'suspended'],
      suspended: ['in_force'],
      expired: ['in_force', 'suspended'],
      renewed: ['in_force', 'expired'],
      replaced: ['in_force'],
      terminated: ['signed', 'in_force', 'suspended'],
      rejected: wished,
      lapsed: [...wished, 'signed'],
    });
  });

  it('lead from a proposal into force, step by step', () => {
    const path = ['proposed', 'drafting', 'negotiating', 'approved', 'signed', 'in_force'] as const;
    for (const [at, from] of path.slice(0, -1).entries())
      expect(movesFrom(agreementLifecycle, from)[0]).toBe(path[at + 1]);
  });

  it('know from which status on an agreement binds, and from which it has ever bound', () => {
    expect(AGREEMENT_STATUSES.filter((status) => !BOUND.some((bound) => bound === status))).toEqual([
      'proposed',
      'drafting',
      'negotiating',
      'approved',
      'rejected',
      'lapsed',
    ]);
    expect(LIVE).toEqual(['signed', 'in_force', 'suspended']);
  });

  it('let what is in force be suspended and taken up again', () => {
    expect(movesFrom(agreementLifecycle, 'in_force')).toContain('suspended');
    expect(movesFrom(agreementLifecycle, 'suspended')).toContain('in_force');
  });
});

describe('An agreement', () => {
  it('is signed once no party is missing, and there is one', () => {
    expect(missingForMove('signed', bare)).toEqual([]);
    expect(missingForMove('signed', { ...bare, partyCount: 0 })).toEqual(['a party']);
    expect(missingForMove('signed', { ...bare, unsigned: ['Tsinghua University', 'CSAA'] })).toEqual([
      'the signature of Tsinghua University',
      'the signature of CSAA',
    ]);
  });

  it.each([
    ['on the day', { signed: '2026-11-22' }, []],
    ['before it', { signed: '2026-11-23' }, ['2026-11-23']],
    ['in its month', { signed: '2026-11' }, []],
    ['before its year', { signed: '2027' }, ['2027-01-01']],
    ['before its last party has', { signaturesFrom: '2026-11-23' }, ['2026-11-23']],
    [
      'before its last party, whatever is said',
      { signed: '2026', signaturesFrom: '2026-11-23' },
      ['2026-11-23'],
    ],
    [
      'before it, though all have signed',
      { signed: '2026-12', signaturesFrom: '2026-11-22' },
      ['2026-12-01'],
    ],
  ])('is signed once that has happened: %s', (_, dates, days) => {
    expect(missingForMove('signed', { ...bare, ...dates })).toEqual(
      days.map((day) => `to have reached the day of its signature, ${day}`),
    );
  });

  it('is in force from a date, or from its signature', () => {
    expect(missingForMove('in_force', bare)).toEqual([
      'the effective date, or that it takes effect on signature',
    ]);
    expect(missingForMove('in_force', { ...bare, effective: '2018-01-01' })).toEqual([]);
    expect(missingForMove('in_force', { ...bare, effectiveOnSignature: true })).toEqual([]);
  });

  it.each([
    ['on the day', { effective: '2026-11-22' }, []],
    ['before it', { effective: '2026-11-23' }, ['2026-11-23']],
    ['in its year', { effective: '2026' }, []],
    ['before its month', { effective: '2027-02' }, ['2027-02-01']],
    [
      'before the signature that it takes effect on',
      { signed: '2027', effectiveOnSignature: true },
      ['2027-01-01'],
    ],
  ])('is in force once it takes effect: %s', (_, dates, days) => {
    expect(missingForMove('in_force', { ...bare, ...dates })).toEqual(
      days.map((day) => `to have reached the day on which it takes effect, ${day}`),
    );
  });

  it.each([
    ['whose end nobody knows', {}, []],
    ['on its last day', { expiry: '2026-11-22' }, []],
    ['before it', { expiry: '2026-11-23' }, ['to have reached its expiry, 2026-11-23']],
    ['within its last year', { expiry: '2026' }, []],
    [
      'whose term was renewed',
      { expiry: '2025-12-25', termEnds: '2026-12-25' },
      ['to have reached its expiry, 2026-12-25'],
    ],
    ['that is evergreen', { expiry: '2025', isEvergreen: true }, ['an end: it is evergreen']],
  ])('expires with its term: one %s', (_, facts, missing) => {
    expect(missingForMove('expired', { ...bare, ...facts })).toEqual(missing);
  });

  it('is renewed by another one', () => {
    expect(missingForMove('renewed', bare)).toEqual(['the agreement that renews it']);
    expect(missingForMove('renewed', { ...bare, hasSuccessor: true })).toEqual([]);
  });

  it('is replaced by another one', () => {
    expect(missingForMove('replaced', bare)).toEqual(['the agreement that replaces it']);
    expect(missingForMove('replaced', { ...bare, hasReplacement: true })).toEqual([]);
  });

  it('is terminated on a date and for a reason', () => {
    expect(missingForMove('terminated', bare)).toEqual([
      'the date of termination',
      'the reason for the termination',
    ]);
    expect(missingForMove('terminated', { ...bare, terminated: '2021' })).toEqual([
      'the reason for the termination',
    ]);
    expect(missingForMove('terminated', { ...bare, terminationReason: 'no funding' })).toEqual([
      'the date of termination',
    ]);
    const move = { to: 'terminated', reason: 'no funding', effectiveOn: '2021' };
    expect(
      missingForMove('terminated', { ...bare, ...changesOfMove(bare, { ...move, effectiveOn: '2030' }) }),
    ).toEqual(['to have reached the date of termination, 2030-01-01']);
    expect(missingForMove('terminated', { ...bare, ...changesOfMove(bare, move) })).toStrictEqual([]);
  });

  it('needs nothing for any other move', () => {
    const guarded = ['signed', 'in_force', 'expired', 'renewed', 'replaced', 'terminated'];
    const others = AGREEMENT_STATUSES.filter((status) => !guarded.includes(status));
    expect(others.flatMap((to) => missingForMove(to, { ...bare, partyCount: 0 }))).toStrictEqual([]);
  });
});

describe('A move', () => {
  it.each([
    ['approved', { approved: '2017-11' }],
    ['signed', { signed: '2017-11' }],
    ['in_force', { effective: '2017-11' }],
    ['expired', { expiry: '2017-11' }],
    ['terminated', { terminated: '2017-11', terminationReason: 'why' }],
    ['suspended', {}],
  ])('to %s brings the date and reason that are not known', (to, changes) => {
    expect(changesOfMove(bare, { to, reason: 'why', effectiveOn: '2017-11' })).toStrictEqual(changes);
  });

  it.each([
    ['signed', {}],
    ['in_force', { effectiveOn: null }],
    ['terminated', { reason: null, effectiveOn: undefined }],
    ['terminated', { reason: '', effectiveOn: '' }],
  ])('to %s with %j changes nothing', (to, said) => {
    expect(changesOfMove(bare, { to, ...said })).toStrictEqual({});
  });

  it('to signed brings when the last party signed, unless it says otherwise', () => {
    const known = { ...bare, lastSignature: '2026-11-20' };
    expect(changesOfMove(known, { to: 'signed' })).toStrictEqual({ signed: '2026-11-20' });
    expect(changesOfMove(known, { to: 'signed', effectiveOn: '2026' })).toStrictEqual({ signed: '2026' });
    expect(changesOfMove({ ...known, signed: '2026' }, { to: 'signed' })).toStrictEqual({});
    expect(changesOfMove(known, { to: 'in_force' })).toStrictEqual({});
  });

  it('to terminated brings only what is not known', () => {
    const move = { to: 'terminated', reason: 'why', effectiveOn: '2022' };
    expect(changesOfMove({ ...bare, terminated: '2021' }, move)).toStrictEqual({ terminationReason: 'why' });
    expect(changesOfMove({ ...bare, terminationReason: 'no' }, move)).toStrictEqual({ terminated: '2022' });
  });

  it('changes nothing that is known', () => {
    const known = {
      ...bare,
      approved: '2017',
      signed: '2017-11',
      expiry: '2021',
      effective: '2018',
      terminated: '2021',
      terminationReason: 'no',
    };
    for (const to of AGREEMENT_STATUSES)
      expect(changesOfMove(known, { to, reason: 'why', effectiveOn: '2022' })).toStrictEqual({});
  });
});

describe('The dates of an agreement', () => {
  const inOrder = (first: string, second: string, dates: Record<string, string>) => ({
    pointer: `/${second}`,
    detail: `The date in ${second}, ${dates[second]}, is before the one in ${first}, ${dates[first]}.`,
    code: 'dates-in-order',
  });

  it('may be vague, missing, or take effect before the signature', () => {
    expect(dateErrors({ proposed: '2017', signed: '2017-11', effective: '2017-01-01' })).toEqual([]);
    expect(dateErrors({ expiry: '2017' })).toEqual([]);
    expect(dateErrors({ expiry: '2017', signed: null, effective: null, terminated: null })).toEqual([]);
    expect(dateErrors({})).toEqual([]);
  });

  it('may be one and the same', () => {
    const day = '2017-11-30';
    expect(dateErrors({ proposed: day, signed: day, effective: day, expiry: day, terminated: day })).toEqual(
      [],
    );
  });

  it('may end it before it takes effect', () => {
    expect(dateErrors({ effective: '2019', expiry: '2022', terminated: '2018' })).toEqual([]);
  });

  it.each([
    ['proposed', 'approved'],
    ['proposed', 'signed'],
    ['signed', 'expiry'],
    ['effective', 'expiry'],
    ['signed', 'terminated'],
  ])('follow each other: %s, then %s', (first, second) => {
    const dates = { [first]: '2017-11-30', [second]: '2017-11-29' };
    expect(dateErrors(dates)).toEqual([inOrder(first, second, dates)]);
  });

  it('are all told at once', () => {
    const dates = { signed: '2017-11', effective: '2018', expiry: '2016', terminated: '201X' };
    expect(dateErrors(dates)).toEqual([
      inOrder('signed', 'expiry', dates),
      inOrder('effective', 'expiry', dates),
    ]);
  });
});
