import { type Sql, object, sql, words } from '#platform';
import { BOUND, LIVE } from './agreement.rules.js';

/** Whether a row of `agreements` binds somebody now: only then does a term of it run. */
export function isLive(agreement: Sql): Sql {
  return sql`${agreement}.status in (${words(LIVE)})`;
}

/** Whether a row of `agreements` binds or has bound somebody: only then can what it promises be overdue. */
export function hasBound(agreement: Sql): Sql {
  return sql`${agreement}.status in (${words(BOUND)})`;
}

/** Whether a row of `agreements` renews itself, term by term. */
export function renewsItself(agreement: Sql): Sql {
  return sql`public.renews_itself(${agreement}.expiry, ${agreement}.renewal)`;
}

function later(day: Sql, agreement: Sql, times: Sql): Sql {
  return sql`public.days_later(${day}, ${agreement}.renewal ->> 'term', ${times})`;
}

/** The end of a month or year moves as the day after it does, so that it stays an end. */
function endMargin(agreement: Sql): Sql {
  return sql`(${agreement}.expiry_spread > 0)::integer`;
}

function timesRenewed(agreement: Sql): Sql {
  const margin = endMargin(agreement);
  return sql`public.terms_renewed(${agreement}.expiry_latest + ${margin}, ${agreement}.renewal ->> 'term', :today::date + ${margin})`;
}

/** The last day on which the term of a row of `agreements` that runs today may end; `infinity` where it has no end. */
export function termEnds(agreement: Sql): Sql {
  const margin = endMargin(agreement);
  return sql`case when ${renewsItself(agreement)}
    then ${later(sql`${agreement}.expiry_latest + ${margin}`, agreement, timesRenewed(agreement))} - ${margin}
    else ${agreement}.expiry_latest end`;
}

/** How many days a term lasts on average: over a hundred of them, leap years and long months even out. */
function averageTerm(agreement: Sql): Sql {
  const first = sql`date '2000-01-01'`;
  return sql`(((${first} + 100 * (${agreement}.renewal ->> 'term')::interval)::date - ${first}) / 100.0)`;
}

/**
 * About when that term ends, to put many agreements in order at little cost. It is some days off, so that terms that have just
 * ended come first.
 */
export function termEndsAbout(agreement: Sql): Sql {
  const [day, expiry, lasts] = [
    sql`(:today::date - 4)`,
    sql`${agreement}.expiry_latest`,
    averageTerm(agreement),
  ];
  return sql`case when ${renewsItself(agreement)} and ${expiry} < ${day}
    then ${day} + (${lasts} - mod(${day} - ${expiry}, ${lasts}))::integer else ${expiry} end`;
}

/** The first day on which that term may end. */
export function termMayEnd(agreement: Sql): Sql {
  return sql`case when ${renewsItself(agreement)}
    then ${later(sql`${agreement}.expiry_earliest`, agreement, timesRenewed(agreement))}
    else ${agreement}.expiry_earliest end`;
}

function noticeDay(agreement: Sql): Sql {
  return sql`case when ${renewsItself(agreement)}
    then coalesce(public.days_later(${termMayEnd(agreement)}, ${agreement}.renewal ->> 'noticePeriod', -1), 'infinity')
    else ${agreement}.notice_day end`;
}

/** Whether a row of `agreements` binds although its last day has passed. */
function hasLapsed(agreement: Sql): Sql {
  return sql`(${isLive(agreement)} and not ${renewsItself(agreement)}
    and ${agreement}.expiry_latest < :today::date)`;
}

/** Whether a row of `agreements` binds, and its last day has not passed. */
export function isRunning(agreement: Sql): Sql {
  return sql`(${isLive(agreement)} and not ${hasLapsed(agreement)})`;
}

/** Whether the term of a row of `agreements` is over, whether or not somebody has said so. */
export function isExpired(agreement: Sql): Sql {
  return sql`(${agreement}.status = 'expired' or ${hasLapsed(agreement)})`;
}

/** Whether today is inside the notice period before the term of a row of `agreements` ends. */
export function isExpiring(agreement: Sql): Sql {
  return sql`(${isLive(agreement)} and ${noticeDay(agreement)} <= :today::date and ${termEnds(agreement)} >= :today::date)`;
}

/** Whether a row of `agreements` binds and the time of its review has come. */
export function isReviewDue(agreement: Sql): Sql {
  return sql`coalesce(${isRunning(agreement)} and public.partial_date_earliest(${agreement}.review) <= :today::date, false)`;
}

/** As it is written of the first term; of a later one, the day after the one before may have ended. */
function termStarts(agreement: Sql): Sql {
  const before = sql`${timesRenewed(agreement)} - 1`;
  return sql`case when ${renewsItself(agreement)} and ${agreement}.expiry_latest < :today::date
    then (${later(sql`${agreement}.expiry_earliest`, agreement, before)} + 1)::text
    else coalesce(${agreement}.effective, case when ${agreement}.effective_on_signature then ${agreement}.signed end) end`;
}

/** Whether the term of a row of `agreements` that runs is about to end, and when. */
export function expiringFields(agreement: Sql): Record<string, Sql> {
  return {
    expiring: isExpiring(agreement),
    ends: sql`nullif(${termEnds(agreement)}, 'infinity')`,
  };
}

// A long notice before an early end leads to before the year 1.
function canBeWritten(day: Sql): Sql {
  return sql`${day} between '0001-01-01' and '9999-12-31'`;
}

/** What is told of the term of a row of `agreements`, as of today. */
export function termFields(agreement: Sql): Record<string, Sql> {
  const term = object({
    starts: termStarts(agreement),
    ends: sql`nullif(${termEnds(agreement)}, 'infinity')`,
  });
  return {
    currentTerm: sql`case when ${isRunning(agreement)} then ${term} end`,
    noticeBy: sql`case when ${isRunning(agreement)} and ${canBeWritten(noticeDay(agreement))} then ${noticeDay(agreement)} end`,
    expiring: isExpiring(agreement),
    expired: isExpired(agreement),
    lapsedBy: sql`case when ${isExpired(agreement)} and not ${renewsItself(agreement)}
      and ${agreement}.expiry_latest < :today::date then :today::date - ${agreement}.expiry_latest end`,
    reviewDue: isReviewDue(agreement),
  };
}
