import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Config, ConfigurationError } from '#platform';
import type { Metrics } from './metrics.js';

/** Serves metrics on an address of their own, from when the server gets ready until it closes. */
export function serveMetrics(server: FastifyInstance, metrics: Metrics, config: Config): void {
  const own = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics')
      return response.writeHead(404, { 'content-type': 'text/plain' }).end('Metrics are at /metrics.\n');
    return void metrics.read().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      (error: unknown) => {
        new Logger('Metrics').error(error);
        response.writeHead(500).end();
      },
    );
  });
  server.addHook('onReady', () => listen(own, config));
  server.addHook('onClose', async () => {
    own.close();
    own.closeAllConnections();
  });
}

async function listen(own: Server, { metricsPort, metricsHost }: Config): Promise<void> {
  own.listen(metricsPort, metricsHost);
  try {
    await once(own, 'listening');
    const { address, port } = own.address() as AddressInfo;
    const host = isIPv6(address) ? `[${address}]` : address;
    new Logger('Metrics').log(`Metrics are at http://${host}:${port}/metrics`);
  } catch (error) {
    throw new ConfigurationError(
      `Metrics cannot be served at METRICS_HOST ${metricsHost} and METRICS_PORT ${metricsPort}: ${(error as Error).message}.`,
    );
  }
}
