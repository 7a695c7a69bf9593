import { STATUS_CODES } from 'node:http';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
  Optional,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import { type CallingRequest, callerOf } from '../caller.js';
import { Database } from '../database/database.js';
import {
  ArchivedReference,
  UnknownReference,
  ViolatedConstraint,
  Violations,
} from '../database/violations.js';
import { canLeadAnywhere } from '../http/address-ids.js';
import { isPassedOver } from '../http/body-limit.js';
import { HTTP_PROBLEMS } from '../http/http.problems.js';
import { withoutTokens } from '../http/tokens-in-text.js';
import { acceptedInputs } from '../http/input.pipe.js';
import { JSON_BODY, bodyTakenBy } from '../http/raw-body.js';
import { marksOf } from '../http/request-marks.js';
import { Routes } from '../http/routes.js';
import { challengeOf } from './challenge.js';
import { MovedAddresses } from './moved-addresses.js';
import { References } from './references.js';
import { rejectionOf } from './rejections.js';
import { statusOfKind } from './status-of-kind.js';

/** An answer as RFC 9457 describes it. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Turns every refusal and failure into `application/problem+json` (RFC 9457). */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(
    private readonly references: References,
    private readonly routes: Routes,
    private readonly database: Database,
    private readonly violations: Violations,
    @Optional() private readonly moved?: MovedAddresses,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const location = await this.locationAfter(error, request);
    if (location)
      return void reply.status(308).headers({ location, 'cache-control': 'private, no-cache' }).send();
    const answer = await this.answer(error, request);
    const told = answer.status === 429 ? reply.getHeader('retry-after') : undefined;
    if (answer.status === 413 && isPassedOver(request.headers)) void reply.removeHeader('connection');
    void reply
      .status(answer.status)
      .headers({ 'content-type': 'application/problem+json', ...answer.headers })
      // Who counts knows better for how long a limit lasts.
      .headers(told === undefined ? {} : { 'retry-after': told })
      .send(JSON.stringify(answer.body));
  }

  /** Where what is not at an address is now. */
  private async locationAfter(
    error: unknown,
    request: CallingRequest & FastifyRequest,
  ): Promise<string | undefined> {
    if (!this.moved || !(error instanceof Refusal) || error.code !== RECORD_PROBLEMS['record.unknown'].code)
      return undefined;
    if (!canLeadAnywhere(request.params as Record<string, string>)) return undefined;
    try {
      return await this.moved.locate(request.url, callerOf(request));
    } catch (failure) {
      this.log(failure, request);
      return undefined;
    }
  }

  private async answer(error: unknown, request: FastifyRequest): Promise<ProblemAnswer> {
    const cause = this.violations.refusalOf(error);
    if (cause instanceof Refusal) return describe(await this.explain(cause, request), request.url);
    if (cause instanceof HttpException && cause.getStatus() === 404)
      return this.describeUnknownRoute(request);
    const status = statusOf(cause);
    if (status < 500) return describeRejected(status, cause as Error, request.url, bodyTakenBy(request));
    this.log(cause, request);
    return describe(
      new Refusal(
        HTTP_PROBLEMS['server.fault'],
        'The request could not be answered; what happened has been written to the log.',
        { requestId: request.id },
      ),
      request.url,
    );
  }

  /** Looks up what is behind a refusal; where that fails, the refusal stands as it is. */
  private async explain(refusal: Refusal, request: FastifyRequest): Promise<Refusal> {
    try {
      if (refusal instanceof UnknownReference || refusal instanceof ArchivedReference)
        return await this.nameReferences(refusal, request);
      if (refusal instanceof ViolatedConstraint) return await this.nameObstacle(refusal, request);
    } catch (error) {
      this.log(error, request);
    }
    return refusal;
  }

  private async nameReferences(refusal: Refusal, { body }: FastifyRequest): Promise<Refusal> {
    const input = acceptedInputs.get(body as object);
    return input ? this.references.explain(refusal, input) : refusal;
  }

  /** What the caller does not see is in nobody's way: the constraint may have been looked at before the references. */
  private async nameObstacle(
    refusal: ViolatedConstraint,
    request: CallingRequest & FastifyRequest,
  ): Promise<Refusal> {
    const { explanation, keys } = refusal;
    const lost = await this.nameReferences(refusal, request);
    if (lost !== refusal || !explanation) return lost;
    const values = explanation.values(keys);
    const found = await this.database.readValue<never>(explanation.statement, callerOf(request), values);
    return found === undefined ? refusal : explanation.tell(found);
  }

  private log(error: unknown, request: FastifyRequest): void {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(told, marksOf(request));
  }

  private describeUnknownRoute({ method, url }: FastifyRequest): ProblemAnswer {
    const allowed = this.routes.methodsAt(url);
    if (allowed.length === 0 || allowed.includes(method))
      return describe(
        new Refusal(
          HTTP_PROBLEMS['route.unknown'],
          'There is nothing at this address; /docs lists what there is.',
        ),
        url,
      );
    const refusal = new Refusal(
      HTTP_PROBLEMS['route.method-not-allowed'],
      `${method} is not known here; this address knows ${allowed.join(', ')}.`,
    );
    const answer = describe(refusal, url);
    return { ...answer, headers: { allow: allowed.join(', ') } };
  }
}

/**
 * What the server itself rejected before a route was reached.
 * @param taken what the route would have taken
 */
export function describeRejected(
  status: number,
  error: Error,
  url: string,
  taken = JSON_BODY,
): ProblemAnswer {
  return describe(rejectionOf(status, error, taken), url, status);
}

/** Describes a refusal as a problem document. */
export function describe(refusal: Refusal, url: string, status = statusOfKind(refusal.kind)): ProblemAnswer {
  return {
    status,
    headers: headersOf(refusal, status),
    body: {
      type: `/problems/${refusal.code}`,
      title: refusal.title ?? STATUS_CODES[status],
      status,
      // What the server says of an address that it cannot read repeats it.
      detail: withoutTokens(refusal.message),
      instance: withoutTokens(url.split('?')[0]!),
      code: refusal.code,
      ...refusal.facts,
    },
  };
}

function headersOf(refusal: Refusal, status: number): Record<string, string> {
  const challenge = challengeOf(refusal);
  if (challenge) return { 'www-authenticate': `Bearer ${challenge}` };
  return status === 503 || status === 429 ? { 'retry-after': '5' } : {};
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}
