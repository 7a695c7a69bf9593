import type { FastifyRequest } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';
import type { EndedRequest, RequestObserver } from './request-watch.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The methods that are told apart; callers may invent others. */
const METHODS = new Set('GET HEAD POST PATCH PUT DELETE OPTIONS PROPFIND REPORT'.split(' '));

/** Requests by what they asked for and how it ended. */
export class RequestMetrics implements RequestObserver {
  private readonly inFlight = new Set<FastifyRequest>();
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: 'corteo_http_request_duration_seconds',
      help: 'How long requests took, by method, route and status; what nobody waited for is “aborted”.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [registry],
    });
    const count = (): number => this.countInFlight();
    const inFlight = new Gauge({
      name: 'corteo_http_requests_in_flight',
      help: 'Requests that are being answered.',
      registers: [],
      collect() {
        this.set(count());
      },
    });
    registry.registerMetric(inFlight);
  }

  begin(request: FastifyRequest): void {
    this.inFlight.add(request);
  }

  end({ request, route = 'unknown', status, milliseconds, isAborted }: EndedRequest): void {
    this.inFlight.delete(request);
    const method = METHODS.has(request.method) ? request.method : 'other';
    this.durations.observe(
      { method, route, status: isAborted ? 'aborted' : `${status}` },
      milliseconds / 1000,
    );
  }

  // An answer that waits behind others of its connection hears nothing when that is lost.
  private countInFlight(): number {
    for (const request of this.inFlight) if (request.raw.socket.destroyed) this.inFlight.delete(request);
    return this.inFlight.size;
  }
}
