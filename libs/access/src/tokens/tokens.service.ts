import { Inject, Injectable } from '@nestjs/common';
import { type KeptToken, type MadeToken, Tokens, faultOfDays } from '#identity';
import { CONFIG, type Caller, type Config, Database, type Json, created, withMember } from '#platform';
import { type FieldError, assertValid, unknownRecord } from '#refusals';
import { assertMayGive, assertOwn, assertWithin } from './given-rights.js';
import { tokenErrors } from './token.rules.js';
import type { CreateToken, MadeTokenView, PatchToken, RotateToken, TokenView } from './tokens.dto.js';
import { TokenQueries } from './tokens.queries.js';

/** Makes, changes, replaces and ends access tokens: nobody gives others more than they have. */
@Injectable()
export class TokensService {
  constructor(
    private readonly tokens: Tokens,
    private readonly queries: TokenQueries,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a token.
   * @throws Refusal `token.beyond-own`
   */
  async create(input: CreateToken, caller: Caller): Promise<Json<MadeTokenView>> {
    const { most, usual } = this.config.tokenDays;
    assertValid([...tokenErrors(input), ...errorsOfDays(input.days ?? usual, most)]);
    assertWithin(input, caller);
    assertOwn(input.role, await this.tokens.holderOf(input.label), caller);
    const { label, role, scopes, organizationIds: organizations, days = usual } = input;
    return this.database.enclose(async () => {
      await this.queries.assertOrganizations(organizations ?? [], caller);
      const grant = { label, role, scopes, organizations, days };
      return this.show(await this.tokens.create(grant, caller), caller);
    });
  }

  /** Changes what a token is called or allows. */
  patch(id: string, patch: PatchToken, caller: Caller): Promise<Json<TokenView>> {
    return this.changing(id, async () => {
      const isThere = await this.tokens.change(id, (former) => this.changedBy(patch, former, caller), caller);
      if (!isThere) throw unknownRecord('token');
      return this.queries.read(id, caller);
    });
  }

  /** Replaces a token by another one for the same, whose secret is shown. */
  rotate(id: string, { overlapHours = 0 }: RotateToken, caller: Caller): Promise<Json<MadeTokenView>> {
    return this.changing(id, async () => {
      const made = await this.tokens.rotate(id, overlapHours, caller, (former) =>
        assertMayGive(former, caller),
      );
      if (!made) throw unknownRecord('token');
      return this.show(made, caller);
    });
  }

  /** Revokes a token, with effect on every instance. */
  async revoke(id: string, caller: Caller): Promise<void> {
    if (!(await this.tokens.revoke(id, caller))) throw unknownRecord('token');
  }

  private async changedBy(
    { organizationIds, ...patch }: PatchToken,
    former: KeptToken,
    caller: Caller,
  ): Promise<KeptToken> {
    const organizations = organizationIds ?? former.organizations;
    const changed = { ...former, ...patch, organizations };
    assertValid(tokenErrors({ ...changed, organizationIds: organizations }));
    assertWithin(former, caller);
    assertMayGive(changed, caller);
    await this.queries.assertOrganizations(organizations ?? [], caller);
    return changed;
  }

  /** Once it is committed, this instance goes by it, too. */
  private async changing<T>(id: string, change: () => Promise<T>): Promise<T> {
    const changed = await this.database.enclose(change);
    this.tokens.forget(id);
    return changed;
  }

  private async show({ id, token }: MadeToken, caller: Caller): Promise<Json<MadeTokenView>> {
    return created(
      id,
      withMember((await this.queries.read(id, caller)) as Json<MadeTokenView>, 'token', token),
    );
  }
}

function errorsOfDays(days: number, most: number): FieldError[] {
  const detail = faultOfDays(days, most);
  return detail ? [{ pointer: '/days', detail, code: 'too-long' }] : [];
}
