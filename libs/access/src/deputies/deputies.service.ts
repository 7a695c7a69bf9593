import { Injectable } from '@nestjs/common';
import { Deputies } from '#identity';
import { type Caller, Clock, Database, type Json, created } from '#platform';
import { assertValid, unknownRecord } from '#refusals';
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
