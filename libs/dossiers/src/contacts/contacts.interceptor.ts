import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import { entityTag, matchesTag } from '#platform';

/** Sends contacts as a file with its entity tag, and answers conditional reads (RFC 9110 §13). */
@Injectable()
export class ContactsInterceptor implements NestInterceptor<string, Buffer | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<string>): Observable<Buffer | undefined> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(map((text) => send(text, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())));
  }
}

function send(text: string, { headers, url }: FastifyRequest, reply: FastifyReply): Buffer | undefined {
  const bytes = Buffer.from(text);
  const tag = entityTag(bytes);
  void reply.headers({
    etag: tag,
    vary: 'Accept-Language, Authorization',
    'cache-control': 'private, no-cache',
  });
  if (matchesTag(headers['if-none-match'], tag)) {
    void reply.status(304);
    return undefined;
  }
  const fileName = url.split('?')[0]!.split('/').slice(-2).join('-');
  void reply.headers({
    'content-type': 'text/vcard; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName.toLowerCase()}"`,
  });
  return bytes;
}
