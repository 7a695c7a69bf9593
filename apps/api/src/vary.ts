import type { FastifyReply } from 'fastify';

/** Says that the answer depends on a header of the request, besides what it is said to depend on. */
export function vary(reply: FastifyReply, header: string): void {
  const known = String(reply.getHeader('vary') ?? '');
  const names = known.split(',').map((name) => name.trim());
  if (names.includes(header)) return;
  const others = names.filter((name) => name && name.toLowerCase() !== header.toLowerCase());
  void reply.header('vary', [...others, header].join(', '));
}
