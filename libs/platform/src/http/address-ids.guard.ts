import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import { UUID } from '#vocabulary';
import { canonicalId } from './references.js';

const NAMES_ID = /^id$|Id$/;

/** Whether an address can lead anywhere: its ids can be ids, and the rest can be text. */
export function canLeadAnywhere(params: Readonly<Record<string, string>>): boolean {
  return Object.entries(params).every(([name, value]) =>
    NAMES_ID.test(name) ? UUID.test(value) : !value.includes('\0'),
  );
}

/**
 * Reads the ids in addresses as those in bodies and queries are read: in capitals they are the same, and what cannot be
 * one is unknown before the database is asked.
 */
@Injectable()
export class AddressIdsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { params } = context.switchToHttp().getRequest<{ params: Record<string, string> }>();
    if (!canLeadAnywhere(params))
      throw new Refusal(RECORD_PROBLEMS['record.unknown'], 'There is no record with this id.');
    for (const [name, value] of Object.entries(params))
      if (NAMES_ID.test(name)) params[name] = canonicalId(value);
    return true;
  }
}
