import { describe, expect, it } from '@jest/globals';
import { moveProblems } from '#refusals';
import { defineLifecycle, movesFrom, statesOf } from '#vocabulary';
import { checkMove, describeMoves, refuseUnready, singleMoves } from './transitions.js';

const lifecycle = defineLifecycle('proposed', {
  proposed: ['signed', 'rejected'],
  signed: ['proposed', 'rejected'],
  rejected: [],
});
const kind = { name: 'agreement', lifecycle, moves: moveProblems('agreement') };

/** What was refused, or nothing. */
function refusalOf(act: () => void): unknown {
  try {
    return act();
  } catch (error) {
    const { code, message, facts } = error as { code: string; message: string; facts: object };
    return { code, message, facts };
  }
}

describe('a move', () => {
  it.each([
    ['proposed', 'proposed', 'From here it can become signed, rejected.'],
    ['signed', 'signed', 'From here it can become proposed, rejected.'],
    ['rejected', 'proposed', 'It is at its end.'],
    ['rejected', 'signed', 'It is at its end.'],
    ['rejected', 'rejected', 'It is at its end.'],
  ] as const)('from %s to %s is refused: the lifecycle does not know it', (from, to, further) => {
    expect(refusalOf(() => checkMove(kind, from, to, []))).toEqual({
      code: 'agreement.illegal-move',
      message: `An agreement that is ${from} cannot become ${to}. ${further}`,
      facts: { allowed: movesFrom(lifecycle, from) },
    });
  });

  it('is free where the lifecycle knows it and nothing is missing', () => {
    const moves = statesOf(lifecycle).flatMap((from) => movesFrom(lifecycle, from).map((to) => [from, to]));
    expect(moves.map(([from, to]) => refusalOf(() => checkMove(kind, from!, to!, [])))).toStrictEqual(
      moves.map(() => undefined),
    );
  });

  it('is refused for what is missing only where the lifecycle knows it', () => {
    const missing = ['a party', 'the signature of CSAA'];
    expect(refusalOf(() => checkMove(kind, 'proposed', 'signed', missing))).toEqual({
      code: 'agreement.not-ready',
      message: 'An agreement that is signed needs a party, the signature of CSAA.',
      facts: { missing },
    });
    expect(refusalOf(() => checkMove(kind, 'rejected', 'signed', missing))).toMatchObject({
      code: 'agreement.illegal-move',
    });
  });
});

describe('a move further along', () => {
  const way = defineLifecycle('proposed', { proposed: ['signed'], signed: ['in_force'], in_force: [] });
  const along = { ...kind, lifecycle: way };

  it('is made of single moves in order; the last is effective when it is, and the others know of it', () => {
    const moves = singleMoves(along, 'proposed', {
      to: 'in_force',
      reason: 'signed in Turin',
      effectiveOn: '2017',
    });
    expect(moves.map(({ stepId: _id, ...move }) => move)).toEqual([
      { to: 'signed', reason: 'signed in Turin', effectiveOn: null, onwardTo: 'in_force' },
      { to: 'in_force', reason: 'signed in Turin', effectiveOn: '2017' },
    ]);
    const ids = moves.map(({ stepId }) => stepId);
    expect(ids).toEqual(ids.toSorted());
  });

  it('is refused where no way leads there', () => {
    expect(refusalOf(() => singleMoves(along, 'in_force', { to: 'proposed' }))).toMatchObject({
      code: 'agreement.illegal-move',
      facts: { allowed: [] },
    });
  });
});

describe('a status', () => {
  it('is refused where a record lacks what it needs, with the article that its name takes', () => {
    const visit = { name: 'visit', moves: moveProblems('visit') };
    expect(refusalOf(() => refuseUnready(visit, 'confirmed', ['host']))).toEqual({
      code: 'visit.not-ready',
      message: 'A visit that is confirmed needs host.',
      facts: { missing: ['host'] },
    });
    expect(refusalOf(() => refuseUnready(visit, 'confirmed', []))).toBeUndefined();
  });

  it('is told with the moves from there, and what each still lacks', () => {
    const missing = (to: string): string[] => (to === 'signed' ? ['a party'] : []);
    expect(describeMoves(lifecycle, 'proposed', missing)).toEqual({
      status: 'proposed',
      allowed: [
        { to: 'signed', missing: ['a party'] },
        { to: 'rejected', missing: [] },
      ],
    });
  });
});
