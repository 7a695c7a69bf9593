import { describe, expect, it } from '@jest/globals';
import { checkMove } from '#records';
import { Refusal } from '#refusals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { OBLIGATION } from '../obligations/obligation.record.js';
import { obligationLifecycle } from '../obligations/obligation.rules.js';
import { AGREEMENT } from './agreement.record.js';
import {
  AGREEMENT_STATUSES,
  type AgreementFacts,
  agreementLifecycle,
  changesOfMove,
  dateErrors,
  missingForMove,
} from './agreement.rules.js';

const bare: AgreementFacts = {
  partyCount: 2,
  unsigned: [],
  signed: null,
  effective: null,
  effectiveOnSignature: false,
  terminated: null,
  terminationReason: null,
  hasSuccessor: false,
};

describe('The lifecycles of agreements and obligations', () => {
  it('are sound', () => {
    expect([...lifecycleProblems(agreementLifecycle), ...lifecycleProblems(obligationLifecycle)]).toEqual([]);
  });

  it('lead from a proposal into force, step by step', () => {
    const path = ['proposed', 'drafting', 'negotiating', 'approved', 'signed', 'in_force'] as const;
    for (const [at, from] of path.slice(0, -1).entries())
      expect(movesFrom(agreementLifecycle, from)[0]).toBe(path[at + 1]);
  });

  it('let what is in force be suspended and taken up again', () => {
    expect(movesFrom(agreementLifecycle, 'in_force')).toContain('suspended');
    expect(movesFrom(agreementLifecycle, 'suspended')).toContain('in_force');
  });

  it.each([AGREEMENT, OBLIGATION])('refuse every move that the table of $name lacks', (kind) => {
    const table = kind.lifecycle!;
    for (const from of statesOf(table)) {
      for (const to of statesOf(table)) {
        if (movesFrom(table, from).includes(to)) continue;
        const move = (): void => checkMove(kind, from, to, []);
        expect(move).toThrow(Refusal);
        expect(move).toThrow(`that is ${from} cannot become ${to}.`);
      }
    }
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

  it('is in force from a date, or from its signature', () => {
    expect(missingForMove('in_force', bare)).toHaveLength(1);
    expect(missingForMove('in_force', { ...bare, effective: '2018-01-01' })).toEqual([]);
    expect(missingForMove('in_force', { ...bare, effectiveOnSignature: true })).toEqual([]);
  });

  it('is renewed by another one', () => {
    expect(missingForMove('renewed', bare)).toEqual(['the agreement that renews it']);
    expect(missingForMove('renewed', { ...bare, hasSuccessor: true })).toEqual([]);
  });

  it('is terminated on a date and for a reason', () => {
    expect(missingForMove('terminated', bare)).toEqual([
      'the date of termination',
      'the reason for the termination',
    ]);
    const move = { to: 'terminated', reason: 'no funding', effectiveOn: '2021' };
    expect(missingForMove('terminated', { ...bare, ...changesOfMove(bare, move) })).toEqual([]);
  });

  it('needs nothing for any other move', () => {
    const guarded = ['signed', 'in_force', 'renewed', 'terminated'];
    const others = AGREEMENT_STATUSES.filter((status) => !guarded.includes(status));
    expect(others.flatMap((to) => missingForMove(to, { ...bare, partyCount: 0 }))).toEqual([]);
  });
});

describe('A move', () => {
  it.each([
    ['signed', { signed: '2017-11' }],
    ['in_force', { effective: '2017-11' }],
    ['terminated', { terminated: '2017-11', terminationReason: 'why' }],
    ['suspended', {}],
  ])('to %s brings the date and reason that are not known', (to, changes) => {
    expect(changesOfMove(bare, { to, reason: 'why', effectiveOn: '2017-11' })).toEqual(changes);
  });

  it('changes nothing that is known', () => {
    const known = {
      ...bare,
      signed: '2017-11',
      effective: '2018',
      terminated: '2021',
      terminationReason: 'no',
    };
    for (const to of AGREEMENT_STATUSES)
      expect(changesOfMove(known, { to, reason: 'why', effectiveOn: '2022' })).toEqual({});
  });
});

describe('The dates of an agreement', () => {
  it('may be vague, missing, or take effect before the signature', () => {
    expect(dateErrors({ proposed: '2017', signed: '2017-11', effective: '2017-01-01' })).toEqual([]);
    expect(dateErrors({ expiry: '2017' })).toEqual([]);
  });

  it('follow each other', () => {
    const errors = dateErrors({ signed: '2017-11', effective: '2018', expiry: '2016', terminated: '201X' });
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/expiry', 'dates-in-order'],
      ['/expiry', 'dates-in-order'],
    ]);
  });
});
