import { writeInstant } from './date-time.js';
import { type Onset, findOnsets } from './onsets.js';
import { type YearlyRule, findYearlyRule } from './yearly-rule.js';

/** How far around a span a rule is looked for. */
const MARGIN = { hours: 6 * 366 * 24 };

/** Where readers expect the rules that are in force to begin. */
const ANCHOR = Temporal.PlainDateTime.from('1970-01-01T00:00');

/** A STANDARD or DAYLIGHT of a VTIMEZONE: one onset, or one each year. */
export interface Observance extends Pick<Onset, 'kind' | 'local' | 'offsetFrom' | 'offsetTo'> {
  readonly recurrence: string | null;
}

/** Onsets that follow each other by one rule; a single one where no rule joins it to others. */
interface Run {
  readonly onsets: readonly Onset[];
  readonly rule: YearlyRule;
}

/** What has to be described, and how far one can see. */
interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The onset in force at `from`. */
  readonly opening: Onset;
  /** In local time. */
  readonly horizon: Temporal.PlainDateTime;
}

/**
 * Finds the observances from which every instant from `from` to `until` has its offset.
 *
 * @returns null where no yearly rules describe the zone in that time
 */
export function findObservances(
  timeZone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Observance[] | null {
  const end = until.add(MARGIN);
  const onsets = findOnsets(timeZone, from.subtract(MARGIN), end);
  const opening = onsets.findLast(({ at }) => Temporal.Instant.compare(at, from) <= 0)!;
  const horizon = end.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const span: Span = { from, until, opening, horizon };
  const alike = Map.groupBy(onsets, ({ kind, offsetFrom, offsetTo }) => `${kind} ${offsetFrom} ${offsetTo}`);
  const groups = [...alike.values()].map(splitRuns).filter((runs) => runs.some((run) => isNeeded(run, span)));
  if (!groups.every((runs) => isRegular(runs, span))) return null;
  const needed = groups.flat().filter((run) => isNeeded(run, span));
  return needed.map((run) => describeRun(run, span));
}

function splitRuns(onsets: readonly Onset[]): Run[] {
  const runs: Run[] = [];
  for (let rest = onsets; rest.length > 0; rest = rest.slice(runs.at(-1)!.onsets.length)) {
    const rule = findYearlyRule(rest.map(({ local }) => local));
    runs.push({ onsets: rest.slice(0, rule.count), rule });
  }
  return runs;
}

/** Whether rules give all of these, or there is only one; what lies at the edge may belong to a rule beyond it. */
function isRegular(runs: readonly Run[], span: Span): boolean {
  if (runs.length === 1) return true;
  const [first, last] = [runs[0], runs.at(-1)];
  return runs.every((run) => {
    const isAtEdge = run === first || run === last;
    return run.onsets.length > 1 || (isAtEdge && !isNeeded(run, span));
  });
}

function isNeeded(run: Run, span: Span): boolean {
  return run.onsets.includes(span.opening) || run.onsets.some((onset) => isWithin(onset, span));
}

function isWithin({ at }: Onset, { from, until }: Span): boolean {
  return Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, until) <= 0;
}

function describeRun({ onsets, rule }: Run, span: Span): Observance {
  const [first, last] = [onsets[0]!, onsets.at(-1)!];
  if (!onsets.some((onset) => isWithin(onset, span))) return describeOpening(span);
  if (onsets.length === 1) return { ...first, recurrence: null };
  const next = rule.onsetIn(last.local.year + 1);
  if (Temporal.PlainDateTime.compare(next, span.horizon) <= 0)
    return { ...first, recurrence: `${rule.recurrence};UNTIL=${writeInstant(last.at)}` };
  return { ...first, local: beginningOf(first, rule, span), recurrence: rule.recurrence };
}

/** What is in force all the time needs no rule; what has been since before the anchor begins there. */
function describeOpening({ opening, from }: Span): Observance {
  const { local, offsetFrom, offsetTo } = opening;
  const isOlder = offsetFrom === offsetTo || Temporal.PlainDateTime.compare(local, ANCHOR) < 0;
  if (!isOlder || from.epochMilliseconds < 0) return { ...opening, recurrence: null };
  return { ...opening, local: ANCHOR, offsetFrom: offsetTo, recurrence: null };
}

/** A rule that is in force at the beginning of the span may as well have been ever since the anchor. */
function beginningOf(first: Onset, rule: YearlyRule, { from }: Span): Temporal.PlainDateTime {
  const isInForce = Temporal.Instant.compare(first.at, from) <= 0;
  return isInForce && first.local.year > ANCHOR.year ? rule.onsetIn(ANCHOR.year) : first.local;
}
