import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import type { CallingRequest } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { Idempotency } from './idempotency.js';

/** The characters of an Idempotency-Key: 1 to 255 of visible ASCII. */
export const KEY_PATTERN = '^[!-~]{1,255}$';

/** Answers a POST that is repeated with its Idempotency-Key as it was answered first. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: Idempotency) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, headers, actor, url, body } = context
      .switchToHttp()
      .getRequest<FastifyRequest & CallingRequest>();
    const key = headers['idempotency-key'] as string | undefined;
    if (key === undefined || method !== 'POST' || !actor) return next.handle();
    if (!new RegExp(KEY_PATTERN).test(key))
      throw new Refusal('idempotency.bad-key', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.idempotency.answerOnce({ actor, key, url, body }, work));
  }
}
