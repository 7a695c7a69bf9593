import { type Caller, type Sql, identifier, sql } from '#platform';
import { SEARCHED, type SearchedKind } from './searched-kinds.js';

/** The rows `e` of a kind that the caller sees. */
export function visible(kind: SearchedKind): Sql {
  return sql`visible_${identifier(SEARCHED[kind][0])}(:caller) e`;
}

// Who may read visits alone reads the items of their agendas alone.
const isOfReadableEvent = sql`(select v.kind from visible_events(:caller) v where v.id = e.event_id) = any (:readable::text[])`;

/** What hides rows `w` of words from a caller, so that none of them takes the place of what the caller sees. */
export function hiding({ role, scopes }: Caller): Sql[] {
  const seen = sql`public.record_seen(:caller, w.kind, w.record_id)`;
  const readsAllAgendas = scopes.includes('visits:read') === scopes.includes('forums:read');
  const agendas = sql`(w.kind <> 'agenda_item' or exists (
    select from ${visible('agenda_item')} where e.id = w.record_id and ${isOfReadableEvent}))`;
  const isPrivileged = role !== 'partner' && scopes.includes('confidential:read');
  return [
    ...(isPrivileged ? [] : [role === 'partner' ? seen : sql`(not w.guarded or ${seen})`]),
    ...(readsAllAgendas ? [] : [agendas]),
  ];
}
