import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CallingRequest, callerOf, documentedPath, rightsOf } from '#platform';
import { UUIDS } from '#vocabulary';
import { type RouteAccess, scopesOfRoute } from '../route-access.js';
import type { AuditAction } from './audit-actions.js';
import { AuditTrail } from './audit-trail.js';

const WRITTEN_EVERY = 60_000;

const REFUSALS: Readonly<Record<number, AuditAction>> = {
  401: 'access.unauthenticated',
  403: 'access.forbidden',
  404: 'access.hidden',
};

type Request = FastifyRequest & CallingRequest;

/** Tells the audit which requests were refused, behind their backs: nobody waits for it, and many of a kind are one entry. */
@Injectable()
export class RefusedRequests {
  constructor(private readonly audit: AuditTrail) {}

  /** Sees every answer of a server, and writes what was refused each minute and at its end. */
  follow(server: FastifyInstance): void {
    const timer = setInterval(() => void this.audit.flush(), WRITTEN_EVERY).unref();
    server.addHook('onResponse', (request, reply, done) => {
      this.look(request, reply);
      done();
    });
    server.addHook('onClose', async () => {
      clearInterval(timer);
      await this.audit.flush();
    });
  }

  private look(request: Request, { statusCode }: FastifyReply): void {
    const action = REFUSALS[statusCode];
    if (!action) return;
    const { actor = null, onBehalfOf = null, token = null, ip } = request;
    const origin = { caller: { actor, onBehalfOf }, tokenId: token, address: ip };
    if (action !== 'access.hidden')
      return this.audit.note({ action, ...origin, details: detailsOf(request) });
    const subjectId = request.url.split('?')[0]!.match(UUIDS)?.at(-1)?.toLowerCase();
    // From those who may see every record, none is hidden.
    if (!subjectId || !actor || request.scopes!.includes('confidential:read')) return;
    const rights = rightsOf(callerOf(request));
    const details = detailsOf(request);
    this.audit.note({ action, ...origin, subjectKind: 'record', subjectId, rights, details });
  }
}

function detailsOf(request: Request): Record<string, unknown> {
  const { method, params, routeOptions } = request;
  const needed = scopesOfRoute(
    routeOptions.config as RouteAccess,
    method,
    (params as { kind?: string }).kind,
  );
  return { method, route: documentedPath(request) ?? null, needed: needed.join(' ') || null };
}
