import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import { type CallingRequest, entityTag, matchesTag } from '#platform';
import { isLarge } from './calendar.rules.js';

/** What goes into the headers of a calendar. */
export interface CalendarFacts {
  /** The name to save it under, in ASCII. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Whether everybody may have it. */
  readonly isPublic: boolean;
  /** The headers of the request that it depends on. */
  readonly vary: readonly string[];
  /** How many entries were left out because they are not dated to the day. */
  readonly undated: number;
  /** How many entries were left out because a calendar would be too long with them. */
  readonly beyond: number;
  /** How it may be kept, where that is not the same for all that are public or not. */
  readonly cacheControl?: string;
}

/** A calendar, ready to be sent. */
export class CalendarFile {
  readonly bytes: Buffer;
  readonly tag: string;

  constructor(
    text: string,
    readonly facts: CalendarFacts,
  ) {
    this.bytes = Buffer.from(text);
    this.tag = entityTag(this.bytes);
  }
}

/** Sends calendars with their headers, and answers conditional reads (RFC 9110 §13). */
@Injectable()
export class CalendarInterceptor implements NestInterceptor<CalendarFile, Buffer | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<CalendarFile>): Observable<Buffer | undefined> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(
        map((file) =>
          send(file, http.getRequest<FastifyRequest & CallingRequest>(), http.getResponse<FastifyReply>()),
        ),
      );
  }
}

function send(
  { bytes, tag, facts }: CalendarFile,
  { headers, actor }: FastifyRequest & CallingRequest,
  reply: FastifyReply,
): Buffer | undefined {
  const isShared = facts.isPublic && actor === undefined;
  void reply.headers({
    etag: tag,
    'cache-control':
      facts.cacheControl ?? (isShared ? 'public, max-age=300' : 'private, max-age=0, must-revalidate'),
    'x-corteo-undated': facts.undated,
    'x-corteo-beyond-limit': facts.beyond,
  });
  if (isLarge(bytes.length)) void reply.header('x-corteo-large', bytes.length);
  if (facts.vary.length > 0) void reply.header('vary', facts.vary.join(', '));
  if (matchesTag(headers['if-none-match'], tag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.headers({
    'content-type': facts.mediaType,
    'content-disposition': `attachment; filename="${facts.fileName}"`,
  });
  return bytes;
}
