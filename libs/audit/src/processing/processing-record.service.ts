import { Inject, Injectable } from '@nestjs/common';
import { ROLES, ROLE_NAMES, type Role, type Scope } from '#identity';
import { CONFIG, type Config, Today } from '#platform';
import { ACTIVITIES, MEASURES } from './activities.js';
import type { ProcessingRecordView } from './processing-record.dto.js';

const TRANSFERS =
  'Corteo sends no data of people anywhere by itself. Who of a delegation’s country reads here is for the office to add.';

/** Draws up the record of processing activities, of what Corteo is made for and of how it is configured. */
@Injectable()
export class ProcessingRecord {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly today: Today,
  ) {}

  /** The record as it is now. */
  draw(): ProcessingRecordView {
    const { officeName = null, dataProtectionContact = null, retention, protectedDays } = this.config;
    return {
      asOf: this.today.day(),
      controller: { name: officeName, contact: dataProtectionContact },
      activities: ACTIVITIES.map(({ seenBy, purpose, people, data, others, kept }) => ({
        purpose,
        people: [...people],
        data: [...data],
        recipients: rolesWith(seenBy),
        others: [...others],
        kept: kept({ ...retention, protectedDays }),
      })),
      transfers: TRANSFERS,
      measures: MEASURES.map(({ words, inPlace }) => ({ measure: words, inPlace: inPlace(this.config) })),
    };
  }
}

function rolesWith(scopes: readonly Scope[]): Role[] {
  return ROLE_NAMES.filter((role) =>
    (ROLES[role] as readonly Scope[]).some((scope) => scopes.includes(scope)),
  );
}
