import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { CallingRequest } from '#platform';
import { Refusal, defineProblems } from '#refusals';
import { Tokens } from './tokens.js';

export const IDENTITY_PROBLEMS = defineProblems({
  'identity.required': ['unauthenticated', 'An access token is needed'],
  'identity.invalid': ['unauthenticated', 'The access token is not known'],
  'identity.scope': ['forbidden', 'The access token does not allow this'],
});

const OPEN = 'open';

/** A route that answers without a token too; with one, it must be valid. */
export const OpenToEverybody = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, 'to-everybody');

/** A route that never asks who is calling, so that it answers while the database is away. */
export const OpenToAnybody = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, 'to-anybody');

const FOREIGN = 'foreign-credentials';

/** A route that takes credentials of another scheme, such as Basic, for none: programs send along what they know. */
export const IgnoresForeignCredentials = (): MethodDecorator & ClassDecorator => SetMetadata(FOREIGN, true);

/** Lets in who carries a valid token of the scope that the method needs. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallingRequest & { method: string }>();
    const open = this.reflector.getAllAndOverride<string>(OPEN, targetsOf(context));
    if (open === 'to-anybody') return true;
    const header = this.credentialsIn(request, context);
    if (header === undefined) {
      if (open) return true;
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.required'],
        'Send an access token as “Authorization: Bearer corteo_…”.',
      );
    }
    const identity = await this.tokens.identify(/^Bearer +(\S+)$/i.exec(header)?.[1] ?? '');
    if (!identity)
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.invalid'],
        'The access token is unknown, revoked, or not sent as “Bearer corteo_…”.',
      );
    if (needsWrite(request.method) && !identity.scopes.includes('write')) {
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.scope'],
        'Changes need a token with the scope “write”; this one has “read”.',
        { missingScope: 'write' },
      );
    }
    request.actor = identity.actor;
    request.scopes = identity.scopes;
    return true;
  }

  private credentialsIn({ headers }: CallingRequest, context: ExecutionContext): string | undefined {
    const header = headers.authorization as string | undefined;
    const isForeign = header !== undefined && !/^Bearer\b/i.test(header);
    const ignoresForeign = this.reflector.getAllAndOverride<boolean>(FOREIGN, targetsOf(context));
    return isForeign && ignoresForeign ? undefined : header;
  }
}

function targetsOf(context: ExecutionContext): [Function, Function] {
  return [context.getHandler(), context.getClass()];
}

function needsWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
