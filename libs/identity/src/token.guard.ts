import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { CallingRequest } from '#platform';
import { Refusal } from '#refusals';
import { IDENTITY_PROBLEMS } from './identity.problems.js';

/** Lets nobody reach a route whom `Admission` has not let in. */
@Injectable()
export class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { scopes } = context.switchToHttp().getRequest<CallingRequest>();
    if (scopes === undefined)
      throw new Refusal(IDENTITY_PROBLEMS['identity.required'], 'Nobody asked who is calling.');
    return true;
  }
}
