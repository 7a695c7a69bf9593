import { Injectable } from '@nestjs/common';
import { Deputies } from '#identity';
import { type Caller, Clock, Database, type Json, created } from '#platform';
import { Refusal, assertValid, unknownRecord } from '#refusals';
import { ACCESS_PROBLEMS } from '../access.problems.js';
import type { CreateDeputy, DeputyView } from './deputies.dto.js';
import { DeputyQueries } from './deputies.queries.js';
import { deputyErrors } from './deputy.rules.js';

/** Names deputies, and ends it. */
@Injectable()
export class DeputiesService {
  constructor(
    private readonly deputies: Deputies,
    private readonly queries: DeputyQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lets somebody act for somebody for a time. */
  create({ startsAt, endsAt, ...input }: CreateDeputy, caller: Caller): Promise<Json<DeputyView>> {
    const from = startsAt ? new Date(startsAt) : this.clock.now();
    const deputation = { ...input, startsAt: from, endsAt: new Date(endsAt) };
    assertValid(deputyErrors(deputation));
    assertMayName(deputation.principalId, caller);
    return this.database.enclose(async () => {
      const id = await this.deputies.name(deputation, caller);
      return created(id, await this.queries.read(id, caller));
    });
  }

  /** Ends it before its time. */
  async end(id: string, caller: Caller): Promise<void> {
    if (!(await this.deputies.end(id, caller))) throw unknownRecord('deputy');
  }
}

/** Whoever acts for somebody sees what is confidential for them. */
function assertMayName(principalId: string, caller: Caller): void {
  if (principalId === caller.actor!.id || caller.scopes.includes('confidential:read')) return;
  throw new Refusal(
    ACCESS_PROBLEMS['token.beyond-own'],
    'A deputy sees what is confidential for somebody: only they, or who has the scope “confidential:read”, name one.',
    { missingScope: 'confidential:read' },
  );
}
