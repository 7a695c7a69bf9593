import { METHODS } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RouteAccess } from '#identity';
import { MEBIBYTE, ProblemFilter, type CallingRequest, type OfferingRoute } from '#platform';
import { LinkAdmission } from '../links/link-admission.js';
import type { OpenLink } from '../links/link-contents.js';
import { ABILITIES, type DavAnswer, READING, refused } from './dav-answer.js';
import { DavAnswers, OPTIONS, UNKNOWN } from './dav-answers.js';
import { passwordIn, problemOf, unauthenticated } from './dav-problems.js';
import { ROOT, STARTING_PLACES } from './dav-target.rules.js';

/** How many bytes a request may have: many clients name all entries of a calendar at once. */
const BODY_LIMIT = 2 * MEBIBYTE;

/** What writes elsewhere, and is refused here. */
const WRITING =
  'PUT POST PATCH DELETE PROPPATCH MKCOL MKCALENDAR COPY MOVE LOCK UNLOCK ACL BIND REBIND UNBIND LINK UNLINK MERGE MKACTIVITY CHECKOUT PURGE'.split(
    ' ',
  );

/** All that arrives as a request: a tunnel does not. */
const ALL = METHODS.filter((method) => method !== 'CONNECT');

/** What it answers in is the protocol's, whatever clients say that they accept. */
const OPEN: object = {
  open: 'to-everybody',
  ignoresForeign: true,
  uncounted: true,
  offers: [],
} satisfies RouteAccess & OfferingRoute;

type DavCall = FastifyRequest & CallingRequest & { davAccount?: OpenLink };

/** Serves CalDAV beside the interface, through the same door. */
@Injectable()
export class DavServer implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly admission: LinkAdmission,
    private readonly answers: DavAnswers,
    private readonly problems: ProblemFilter,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server?.addHttpMethod) return;
    // Nest routes some of them, but not those of CalDAV.
    for (const method of ALL)
      if (!server.supportedMethods.includes(method)) server.addHttpMethod(method, { hasBody: true });
    // Waiting for it would make the server ready before all of it is there.
    void server.register((scope) => this.addRoutes(scope));
  }

  private async addRoutes(scope: FastifyInstance): Promise<void> {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    const explain = this.problems.catch.bind(this.problems);
    scope.setErrorHandler((error: FastifyError, request, reply) =>
      error.statusCode === 413
        ? send(reply, { status: 413 }, request)
        : explain(error, hostOf(request, reply)),
    );
    scope.addHook('onRequest', (request: DavCall, reply) => this.admit(request, reply));
    const handler = (request: DavCall, reply: FastifyReply) => this.answer(request, reply);
    const common = { bodyLimit: BODY_LIMIT, config: OPEN, handler };
    scope.route({ ...common, method: ALL, url: `${ROOT}*` });
    scope.route({ ...common, method: ALL, url: ROOT.slice(0, -1) });
    for (const url of STARTING_PLACES) scope.route({ ...common, method: ['OPTIONS', 'PROPFIND'], url });
    scope.route({ ...common, method: ['GET', 'HEAD', 'PROPFIND', 'OPTIONS'], url: '/.well-known/caldav' });
  }

  /** Nobody has more read or refused here than what they may know. */
  private async admit(request: DavCall, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (request.url.startsWith('/.well-known/')) return reply.redirect(ROOT, 301);
    if (request.method === 'OPTIONS') return send(reply, OPTIONS, request);
    const password = passwordIn(request.headers.authorization);
    const account = password === null ? null : await this.admission.admit(password, request, reply);
    if (!account) return send(reply, unauthenticated(request.url), request);
    request.davAccount = account;
    if (WRITING.includes(request.method)) return send(reply, refused('d:need-privileges'), request);
    return READING.some((method) => method === request.method) ? undefined : send(reply, UNKNOWN, request);
  }

  private async answer(request: DavCall, reply: FastifyReply): Promise<FastifyReply> {
    const { method, url, headers, body } = request;
    const asked = {
      method,
      path: url.split('?')[0]!,
      depth: (headers['depth'] as string | undefined)?.toLowerCase(),
      ifNoneMatch: headers['if-none-match'],
      body: body as Buffer | undefined,
    };
    return send(reply, await this.answers.answer(asked, request.davAccount!), request);
  }
}

function send(reply: FastifyReply, answer: DavAnswer, { url }: FastifyRequest): FastifyReply {
  const {
    status,
    headers = {},
    type,
    body,
  } = answer.status >= 400 && !answer.body ? problemOf(answer, url) : answer;
  void reply.status(status).headers({
    dav: ABILITIES,
    'cache-control': 'private, no-cache',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    ...headers,
  });
  if (type) void reply.header('content-type', type);
  return reply.send(body ?? '');
}

function hostOf(request: FastifyRequest, reply: FastifyReply): Parameters<ProblemFilter['catch']>[1] {
  const http = { getRequest: () => request, getResponse: () => reply, getNext: () => undefined };
  return { switchToHttp: () => http } as unknown as Parameters<ProblemFilter['catch']>[1];
}
