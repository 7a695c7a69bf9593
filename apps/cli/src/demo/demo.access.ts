import { CalendarLinksService } from '#calendars';
import { Deputies, OFFICE, Tokens } from '#identity';
import { Clock, Database, sql, statement } from '#platform';
import { SAMPLE } from '../../../api/src/openapi.example-ids.js';
import type { DemoServer } from './demo.server.js';

const YEAR = 365 * 24 * 3_600_000;
const A_CENTURY = 36_500;

const findLink = statement(
  'demo-link',
  sql`select to_json(l.id) from calendar_links l where l.id = :id::uuid`,
);

const findSample = statement('demo-deputy', sql`select to_json(d.id) from deputies d where d.id = :id::uuid`);

/** Adds tokens, which nobody has seen and nobody can use, their holders and a deputy, once. */
export async function addAccess(server: DemoServer): Promise<void> {
  if (await server.get(Database).readRow(findSample, { id: SAMPLE.deputy })) return;
  const tokens = server.get(Tokens);
  const of = (label: string) => ({ label, role: 'viewer', days: A_CENTURY }) as const;
  await tokens.create(of('Sample clerk'), OFFICE, { token: SAMPLE.token, holder: SAMPLE.clerk });
  await tokens.create(of('Sample registry'), OFFICE, { token: SAMPLE.surplusToken, holder: SAMPLE.registry });
  const now = server.get(Clock).now();
  const deputation = {
    actorId: SAMPLE.clerk,
    principalId: SAMPLE.registry,
    startsAt: now,
    endsAt: new Date(now.getTime() + YEAR),
    reason: 'sample',
  };
  await server.get(Deputies).name(deputation, OFFICE, SAMPLE.deputy);
}

/** Adds private addresses of calendars, whose secrets nobody has seen, once. */
export async function addCalendarLinks(server: DemoServer): Promise<void> {
  if (await server.get(Database).readRow(findLink, { id: SAMPLE.calendarLink })) return;
  const links = server.get(CalendarLinksService);
  const subject = { kind: 'visit' as const, id: SAMPLE.visit };
  const sample = { subject, audience: 'guests' as const, languages: ['en'], label: 'Sample calendar' };
  for (const id of [SAMPLE.calendarLink, SAMPLE.surplusCalendarLink]) await links.create(sample, OFFICE, id);
}
