import { hash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom, map } from 'rxjs';
import { type CallingRequest, callerOf } from '../caller.js';
import { type AnswerFacts, type Json, JsonText } from '../database/json.js';
import { Idempotency, keyOf } from './idempotency.js';

/**
 * Sends JSON text as it is, with its entity tag, and answers conditional reads (RFC 9110 §13). A POST that is repeated
 * with its Idempotency-Key is answered as it was the first time.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: Idempotency) {}

  // One interceptor for both, since each costs every request a chain of observables.
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & CallingRequest>();
    return this.answer(request, next).pipe(
      map((answer: unknown) =>
        answer instanceof JsonText ? send(answer, request, http.getResponse<FastifyReply>()) : answer,
      ),
    );
  }

  private answer(request: FastifyRequest & CallingRequest, next: CallHandler): Observable<unknown> {
    const key = keyOf(request);
    if (key === undefined) return next.handle();
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const { url, body, headers } = request;
    const keyed = { caller: callerOf(request), key, url, type: headers['content-type'], body };
    return from(this.idempotency.answerOnce(keyed, work));
  }
}

function send({ text, facts }: JsonText, request: FastifyRequest, reply: FastifyReply): Buffer | undefined {
  const along = Object.entries(facts.tookAlong ?? {}).map(([what, count]) => `${what}=${count}`);
  if (along.length > 0) void reply.header('x-corteo-took-along', along.join(', '));
  if (text === '') return undefined;
  // Encoded once: for its hash, its length and the wire.
  const bytes = Buffer.from(text);
  const tag = facts.tag === undefined ? entityTag(bytes, facts.version) : facts.tag;
  void reply.headers({
    ...(tag && { etag: tag }),
    vary: 'Accept-Language, Authorization',
    'cache-control': 'private, no-cache',
    ...facts.headers,
  });
  const known = tag && isRead(request) && matchingTag(request.headers['if-none-match'], tag);
  if (known) {
    void reply.status(304).header('etag', known);
    return undefined;
  }
  const path = request.url.split('?')[0]!;
  if (facts.status) void reply.status(facts.status);
  if (facts.created) void reply.header('location', `${collectionOf(path, facts)}/${facts.created}`);
  if (facts.next) void reply.header('link', `<${path}?${nextQuery(request.url, facts.next)}>; rel="next"`);
  void reply.header('content-type', facts.type ?? 'application/json; charset=utf-8');
  return bytes;
}

/** Where the created record is: in the collection that was addressed, or in another beside it. */
function collectionOf(path: string, { collection }: AnswerFacts): string {
  const [, version] = path.split('/');
  return collection ? `/${version}/${collection}` : path;
}

function nextQuery(url: string, cursor: string): string {
  const query = new URLSearchParams(url.split('?')[1]);
  query.set('cursor', cursor);
  return query.toString();
}

/** A strong entity tag: the version of the record, where there is one, and a hash of the bytes. */
export function entityTag(bytes: Buffer, version?: number): string {
  const digest = hash('sha1', bytes, 'base64url');
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
}

/** The entity tag that an answer about one record is sent with. */
export function tagOf(answer: Json<unknown>): string {
  const { text, facts } = answer as JsonText;
  return facts.tag ?? entityTag(Buffer.from(text), facts.version);
}

/** Whether `If-None-Match` names the tag. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  return matchingTag(header, tag) !== undefined;
}

/** What `If-None-Match` names the tag by: as it is, or as that of the same bytes in a content coding. */
function matchingTag(header: string | undefined, tag: string): string | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return tag;
  const candidates = header.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.find((candidate) => CODINGS.some((coding) => candidate === codedTag(tag, coding)));
}

/** The content codings of answers, the best first; none is the last. */
export const CODINGS = ['br', 'gzip', ''] as const;

/** The strong entity tag of the same bytes in a content coding, which are other bytes (RFC 9110 §8.8.3.3). */
export function codedTag(tag: string, coding: string): string {
  return coding ? `${tag.slice(0, -1)}-${coding}"` : tag;
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
