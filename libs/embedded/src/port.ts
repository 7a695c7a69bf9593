import { type AddressInfo, createServer } from 'node:net';
import { HOST } from './connection.js';
import { EmbeddedPostgresError } from './error.js';

/**
 * Gives the preferred port where it is free on the loopback address, else any free one.
 * @param preferred 0 for none
 * @throws EmbeddedPostgresError where the machine has no loopback address
 */
export async function findFreePort(preferred: number): Promise<number> {
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === null) throw new EmbeddedPostgresError(`The database finds no free port on ${HOST}.`);
  return port;
}

async function tryPort(port: number): Promise<number | null> {
  return await new Promise((resolve) => {
    const server = createServer().on('error', () => resolve(null));
    server.listen(port, HOST, () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
