import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { parse } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import type { Upload } from './document-inbox.js';

/** The document that a request brings, unread, as a parameter of a route. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { raw, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const length = headers['content-length'];
  return {
    mediaType: headers['content-type']?.split(';')[0]!.trim().toLowerCase(),
    name: parse(headers['content-disposition'] ?? '').parameters.filename,
    length: length === undefined ? undefined : Number(length),
    // Destroyed with its iterator, the request would take the answer along.
    bytes: raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>,
  };
});
