import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { describeRejected } from '#platform';

/** Answers what the router cannot read, such as bad percent-encoding. */
export function rejectRequest(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = describeRejected(error.statusCode ?? 400, error, request.url);
  void reply.status(status).header('content-type', 'application/problem+json').send(JSON.stringify(body));
}

/** Answers what is not readable as HTTP, such as a header that is too large. */
export function rejectConnection(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const { body } = describeRejected(status, error, '');
  const text = JSON.stringify(body);
  const head = `HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}`;
  socket.end(
    `${head}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
}
