import { type CanActivate, type ExecutionContext, NotFoundException } from '@nestjs/common';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import { NAMES_ID, canLeadAnywhere } from './address-ids.js';
import { canonicalId } from './references.js';
import type { Routes } from './routes.js';

interface Asked {
  readonly url: string;
  readonly params: Record<string, string>;
}

/**
 * Reads the ids in addresses as those in bodies and queries are read: in capitals they are the same, and what cannot be
 * one is unknown before the database is asked. What stands at the place of an id and is a word of another route is a
 * known address, asked in a wrong way.
 */
export class AddressIdsGuard implements CanActivate {
  constructor(private readonly routes: Routes) {}

  canActivate(context: ExecutionContext): boolean {
    const { params, url } = context.switchToHttp().getRequest<Asked>();
    if (!canLeadAnywhere(params)) {
      if (this.routes.methodsAt(url).length > 0) throw new NotFoundException();
      throw new Refusal(RECORD_PROBLEMS['record.unknown'], 'There is no record with this id.');
    }
    for (const [name, value] of Object.entries(params))
      if (NAMES_ID.test(name)) params[name] = canonicalId(value);
    return true;
  }
}
