import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf } from '#identity';
import { type CallingRequest, RateLimits } from '#platform';
import { LinkContents, type OpenLink } from './link-contents.js';

/** Lets in who carries the secret of a private address: nothing else says who is asking. */
@Injectable()
export class LinkAdmission {
  constructor(
    private readonly contents: LinkContents,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Opens the address of this secret; null where there is no such address, whatever became of it.
   * @throws Refusal `request.too-many` where it is asked for too often, or too many were that there are not
   */
  async admit(
    secret: string,
    request: FastifyRequest & CallingRequest,
    reply: FastifyReply,
  ): Promise<OpenLink | null> {
    const digest = hashOf(secret);
    if (!this.contents.isKnown(digest)) await this.limits.look('failures', request, reply);
    const open = await this.contents.open(digest);
    if (!open) {
      await this.limits.count('failures', request, reply);
      return null;
    }
    request.token = open.link.id;
    await this.limits.count('token', request, reply);
    return open;
  }
}
