import { AgreementConcerns } from '#agreements';
import { EventConcerns, type Way } from '#events';
import type { Sql } from '#platform';
import { sql } from '#platform';

const none = sql`select null::uuid where false`;

// What was found is told once, whatever the ways in which it concerns what was asked for.
const oneOf = (ids: Sql, way: Way): Sql => (way === 'origin' ? none : ids);

/** Events that a statement has found already, in all ways: for what comes from them, they are not looked for again. */
export class FoundEvents extends EventConcerns {
  constructor(private readonly ids: Sql) {
    super({}, {}, {});
  }

  override by(way: Way): Sql {
    return oneOf(this.ids, way);
  }
}

/** Agreements that a statement has found already. */
export class FoundAgreements extends AgreementConcerns {
  constructor(
    events: EventConcerns,
    private readonly ids: Sql,
  ) {
    super(events);
  }

  override by(way: Way): Sql {
    return oneOf(this.ids, way);
  }
}
