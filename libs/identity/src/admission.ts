import { Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CallingRequest, Clock, RateLimits, documentedPath, isPassedOver } from '#platform';
import { Refusal } from '#refusals';
import { RefusedRequests } from './audit/refused-requests.js';
import { Deputies, ON_BEHALF_OF } from './deputies.js';
import { FailureLog } from './failure-log.js';
import { Identities } from './identities.js';
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import { type Role, SCOPES, type Scope } from './roles.js';
import { type RouteAccess, isReading, scopesOfRoute } from './route-access.js';
import type { Identity } from './token.js';

/** How many bytes of a body that nobody reads are worth keeping a connection for. */
const PASSED_OVER = 64 * 1024;

type Request = FastifyRequest & CallingRequest;

/** Finds out who is calling, and counts it, before anything of a body is read: that is for those who may send one. */
@Injectable()
export class Admission {
  private readonly failures = new FailureLog();

  constructor(
    private readonly identities: Identities,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly refused: RefusedRequests,
    private readonly deputies: Deputies,
  ) {}

  /** Stands at the door of a server: every request passes here, also one to an address where nothing is. */
  async follow(server: FastifyInstance): Promise<void> {
    await this.limits.follow(server);
    this.refused.follow(server);
    server.addHook('onRequest', async (request, reply) => {
      if (isReading(request.method)) closeIfLarge(request, reply);
      await this.admit(request, reply).catch((refusal: unknown) => {
        // The answer reaches who may do other things: they would see the connection break while they still send.
        if (!isOfScope(refusal) || !isPassedOver(request.headers)) closeIfLarge(request, reply);
        throw refusal;
      });
    });
  }

  private async admit(request: Request, reply: FastifyReply): Promise<void> {
    const access = request.routeOptions.config as RouteAccess;
    const credentials = request.is404 ? undefined : credentialsIn(request, access);
    request.scopes = [];
    if (credentials === undefined) return this.admitStranger(request, reply, access);
    const { token, actor, role, scopes, organizations } = await this.identify(credentials, request, reply);
    Object.assign(request, { token, actor, role, scopes, organizations });
    await this.limits.count('token', request, reply);
    const needed = scopesOfRoute(access, request.method, (request.params as { kind?: string }).kind);
    const lacking = needed.find((scope) => !scopes.includes(scope));
    if (lacking) throw lacksScope(lacking, role);
    const principal = request.headers[ON_BEHALF_OF] as string | undefined;
    if (principal) request.onBehalfOf = await this.deputies.principalOf(actor, principal);
  }

  private async admitStranger(request: Request, reply: FastifyReply, access: RouteAccess): Promise<void> {
    if (!access.uncounted) await this.limits.count('address', request, reply);
    if (request.is404) throw new NotFoundException();
    if (!access.open)
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.required'],
        'Send an access token as “Authorization: Bearer corteo_…”.',
      );
  }

  private async identify(credentials: string, request: Request, reply: FastifyReply): Promise<Identity> {
    const token = /^Bearer +(\S+)$/i.exec(credentials)?.[1] ?? '';
    const admit = (): Promise<void> => this.limits.look('failures', request, reply);
    try {
      return await this.identities.identify(token, admit);
    } catch (error) {
      if (isRefused(error)) await this.noteFailure(request, reply);
      throw error;
    }
  }

  private async noteFailure(request: Request, reply: FastifyReply): Promise<void> {
    const { method, ip } = request;
    const line = `An access token was refused: ${method} ${documentedPath(request)} from ${ip}`;
    this.failures.write(line, this.clock.now().getTime());
    await this.limits.count('failures', request, reply);
  }
}

/** Ends the connection after the answer where much of a body is left unread: passing over it would cost time. */
function closeIfLarge({ headers }: FastifyRequest, reply: FastifyReply): void {
  const length = Number(headers['content-length'] ?? 0);
  if (length > PASSED_OVER || headers['transfer-encoding']) void reply.header('connection', 'close');
}

function isOfScope(refusal: unknown): boolean {
  return refusal instanceof Refusal && refusal.code === IDENTITY_PROBLEMS['identity.scope'].code;
}

/** Whether it is the token that is at fault, and not how often it was sent, or a database that is away. */
function isRefused(error: unknown): boolean {
  return error instanceof Refusal && error.code.startsWith('identity.');
}

function credentialsIn({ headers }: Request, { open, ignoresForeign }: RouteAccess): string | undefined {
  const { authorization } = headers;
  if (open === 'to-anybody' || authorization === undefined) return undefined;
  return ignoresForeign && !/^Bearer\b/i.test(authorization) ? undefined : authorization;
}

function lacksScope(missingScope: Scope, role: Role): Refusal {
  return new Refusal(
    IDENTITY_PROBLEMS['identity.scope'],
    `This needs a token with the scope “${missingScope}” (${SCOPES[missingScope]}), which yours, of the role ${role}, has not.`,
    { missingScope },
  );
}
