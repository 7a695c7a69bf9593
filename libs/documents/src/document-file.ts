import { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import { matchesTag } from '#platform';
import { Documents } from './documents.js';
import type { DocumentView } from './documents.dto.js';

/** Sends documents piece by piece, as files to save: nothing of them is shown, or run, at this address. */
@Injectable()
export class DocumentInterceptor implements NestInterceptor<DocumentView, StreamableFile | undefined> {
  constructor(private readonly documents: Documents) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler<DocumentView>,
  ): Observable<StreamableFile | undefined> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(
        map((document) =>
          this.send(document, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()),
        ),
      );
  }

  private send(
    document: DocumentView,
    { method, headers }: FastifyRequest,
    reply: FastifyReply,
  ): StreamableFile | undefined {
    const tag = `"${document.checksum}"`;
    void reply.headers({ etag: tag, vary: 'Authorization', 'cache-control': 'private, no-cache' });
    if (matchesTag(headers['if-none-match'], tag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.headers({
      'content-type': document.mediaType,
      'content-length': document.size,
      'content-disposition': create(document.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(method === 'HEAD' ? Readable.from([]) : this.documents.read(document));
  }
}
