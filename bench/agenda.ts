import { CROWDED, firstCrowded } from './data.agendas.js';
import { EVENT, idOf } from './data.rows.js';
import { sizesFor } from './data.sizes.js';
import { type Round, type Sides, type Timing, measure } from './rounds.js';
import type { Figure } from './report.js';

/** Measures crowded agendas with their conflicts, two requests, by the same agendas alone. */
export async function measureAgenda(sides: Sides, timing: Timing & { visits: number }): Promise<Figure> {
  const first = firstCrowded(sizesFor(timing.visits));
  const agendas = Array.from(
    { length: CROWDED },
    (_, index) => `/v1/visits/${idOf(EVENT, first + index)}/agenda`,
  );
  const alone = agendas.map((path) => ({ path: `${path}?limit=200` }));
  const both = agendas.flatMap((path) => [
    { path: `${path}?limit=200` },
    { path: `${path}/conflicts?limit=200` },
  ]);
  const { product, ratio, spread, ...measured } = await measure(
    { ...sides, baseline: sides.product },
    (server) => (server === 'product' ? both : alone),
    timing,
  );
  return {
    name: 'agenda of 200 items with conflicts (by the agenda alone)',
    goal: 0.33,
    ...measured,
    product: asPairs(product),
    ratio: ratio! / 2,
    spread: [spread[0] / 2, spread[1] / 2],
  };
}

/** A round in which two answers count as one; latencies stay those of each. */
function asPairs(round: Round): Round {
  const { rate, processor, postgres } = round;
  return { ...round, rate: rate / 2, processor: processor * 2, postgres: postgres * 2 };
}
