import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { assertMayGive } from '#access';
import { type AuditAction, AuditTrail, hashOf, makeToken } from '#identity';
import {
  CONFIG,
  type Caller,
  Clock,
  type Config,
  Database,
  type Json,
  type Transaction,
  UnknownReference,
  created,
  requestOrigin,
  withMember,
} from '#platform';
import { Refusal, assertValid, unknownRecord } from '#refusals';
import { languageCandidates } from '#vocabulary';
import { LINK_PROBLEMS, MOST_LINKS, ROTATED_FOR } from './calendar-link.rules.js';
import type { CalendarLinkView, CreateCalendarLink, MadeCalendarLinkView } from './calendar-links.dto.js';
import { CalendarLinkQueries } from './calendar-links.queries.js';
import { subjectErrors, lastEnd } from './link-input.rules.js';
import { endLink, insertLink, lockRights, replaceHash } from './link-rows.js';
import { seesSubject } from './link-subject.fragments.js';

/** Makes, replaces and revokes private addresses of calendars. */
@Injectable()
export class CalendarLinksService {
  constructor(
    private readonly queries: CalendarLinkQueries,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an address, and shows it.
   * @param id its own, where that was said before
   * @throws UnknownReference where the caller does not see what it is about, Refusal `calendar-link.too-many`
   */
  async create(
    input: CreateCalendarLink,
    caller: Caller,
    id: string = randomUUIDv7(),
  ): Promise<Json<MadeCalendarLinkView>> {
    const now = this.clock.now();
    assertValid(subjectErrors(input, now));
    await this.assertSubject(input, caller);
    const token = makeToken('calendar');
    return this.database.enclose(async (tx) => {
      const isMade = await insertLink(tx, {
        ...input,
        id,
        hash: hashOf(token),
        lookupTags: languageCandidates(input.languages.join(',')),
        now,
        token: requestOrigin()?.token ?? '',
        end: input.expiresAt ? new Date(input.expiresAt) : null,
        lastEndOfIssued: lastEnd(now),
        caller,
      });
      if (!isMade) throw tooMany();
      await this.tell(tx, 'token.made', id, caller);
      return this.show(id, token, caller);
    });
  }

  /**
   * Replaces the address by another one, and shows that; the former one is answered for seven days more.
   * @throws Refusal `token.beyond-own` where it shows more than the caller may see
   */
  async rotate(id: string, caller: Caller): Promise<Json<MadeCalendarLinkView>> {
    const token = makeToken('calendar');
    const now = this.clock.now();
    return this.database.enclose(async (tx) => {
      const rights = await lockRights(tx, { id, now, ...keeperOf(caller) });
      if (!rights) throw unknownRecord('calendar address');
      assertMayGive(rights, caller);
      const until = new Date(now.getTime() + ROTATED_FOR);
      await replaceHash(tx, { id, hash: hashOf(token), now, until });
      await this.tell(tx, 'token.rotated', id, caller);
      return this.show(id, token, caller);
    });
  }

  /** Revokes an address and the one that it replaced, with effect on the next request. */
  async revoke(id: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await endLink(tx, { id, now: this.clock.now(), ...keeperOf(caller) })))
        throw unknownRecord('calendar address');
      await this.tell(tx, 'token.revoked', id, caller);
    });
  }

  private async assertSubject({ subject: { kind, id } }: CreateCalendarLink, caller: Caller): Promise<void> {
    const values = { kind, id: id ?? null, scopes: caller.scopes };
    // Whoever it is made for, it is read by the rights of its maker alone.
    const maker = { ...caller, onBehalfOf: null };
    const isSeen = await this.database.readValue<boolean>(seesSubject, maker, values);
    if (!isSeen) throw new UnknownReference(id);
  }

  private async show(id: string, token: string, caller: Caller): Promise<Json<MadeCalendarLinkView>> {
    const view: Json<CalendarLinkView> = await this.queries.read(id, caller);
    const address = `${this.config.publicUrl}/v1/calendars/private/${token}.ics`;
    const shown = {
      address,
      webcal: address.replace(/^https?:/, 'webcal:'),
      caldav: `${this.config.publicUrl}/dav/`,
      password: token,
    };
    const told = Object.entries(shown).reduce((text, [name, value]) => withMember(text, name, value), view);
    return created(id, told as Json<MadeCalendarLinkView>, 'calendar-links');
  }

  private tell(tx: Transaction, action: AuditAction, id: string, caller: Caller): Promise<void> {
    return this.audit.record({ action, caller, subjectKind: 'calendar-link', subjectId: id }, tx);
  }
}

function keeperOf({ actor, scopes }: Caller): { maker: string; all: boolean } {
  return { maker: actor!.id, all: scopes.includes('tokens:write') };
}

function tooMany(): Refusal {
  return new Refusal(
    LINK_PROBLEMS['calendar-link.too-many'],
    `Whoever makes addresses may have ${MOST_LINKS} that are valid; revoke those that nobody reads.`,
  );
}
