import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf } from '#identity';
import { type CallingRequest, RateLimits } from '#platform';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { LinkContent } from './link-content.js';
import { LinkContents } from './link-contents.js';

/** Lets in who carries the secret of a private address: nothing else says who is asking. */
@Injectable()
export class LinkAdmission {
  constructor(
    private readonly contents: LinkContents,
    private readonly limits: RateLimits,
  ) {}

  /**
   * What the address of this secret shows; null where there is no such address, whatever became of it.
   * @throws Refusal `request.too-many` where it is asked for too often, or too many were that there are not
   */
  async admit(
    secret: string,
    request: FastifyRequest & CallingRequest,
    reply: FastifyReply,
  ): Promise<LinkContent | null> {
    const digest = hashOf(secret);
    if (!this.contents.isKnown(digest)) await this.limits.look('failures', request, reply);
    const content = await this.contents.read(digest);
    if (!content) {
      await this.limits.count('failures', request, reply);
      return null;
    }
    request.token = content.link.id;
    await this.limits.count('token', request, reply);
    return content;
  }
}

/** Whoever asks for an address that never was learns as much as who asks for one that was revoked. */
export function unknownAddress(): Refusal {
  return new Refusal(
    RECORD_PROBLEMS['record.unknown'],
    'There is no calendar at this address, or no longer: ask whoever gave it to you.',
  );
}
