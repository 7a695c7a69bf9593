import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import { type Context, DiagLogLevel, diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#platform';
import { followDatabase } from './database-spans.js';
import { RequestSpans } from './request-spans.js';
import type { RequestObserver } from './request-watch.js';

/** Milliseconds after which a collector that does not answer is left alone, also when the server ends. */
const PATIENCE = 3000;

/** Follows requests through the server, and sends their spans to a collector. */
export interface Tracing {
  readonly observer: RequestObserver;
  /** Keeps in mind, all through a request, which span it is in. */
  follow(server: FastifyInstance): void;
}

/** Starts to make spans of requests and of what they ask the database. */
export function startTracing({ tracesUrl, serviceName }: Config): Tracing {
  tellOfFailures();
  const exporter = new OTLPTraceExporter({ url: `${tracesUrl}/v1/traces`, timeoutMillis: PATIENCE });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: serviceName })),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer('corteo');
  const current = new AsyncLocalStorage<Context>();
  const spans = new RequestSpans(tracer, current);
  const leaveDatabase = followDatabase(tracer, current);
  return {
    observer: spans,
    follow: (server) => {
      spans.follow(server);
      server.addHook('onClose', async () => {
        leaveDatabase();
        await provider.shutdown().catch(tellLoss);
      });
    },
  };
}

const logger = new Logger('Traces');

function tellLoss(error: Error): void {
  logger.warn(`The last traces could not be sent: ${error.message}`);
}

function tellOfFailures(): void {
  const warn = (message: string): void => logger.warn(message);
  const ignore = (): void => undefined;
  const told = { error: warn, warn, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(told, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
