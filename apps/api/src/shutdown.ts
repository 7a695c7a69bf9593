import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Limits } from '#platform';

/** What the rest of the end may take once every connection is closed. */
const AFTERWARDS = 1000;

/**
 * Takes no more connections, answers what is in flight and closes the application; after the limit it closes what is
 * still open, such as bodies that do not end.
 */
export async function closeInTime(app: NestFastifyApplication, { shutdown }: Limits): Promise<void> {
  const server = app.getHttpServer();
  const timer = setTimeout(() => server.closeAllConnections(), shutdown);
  await Promise.race([app.close(), sleep(shutdown + AFTERWARDS, undefined, { ref: false })]);
  clearTimeout(timer);
}
