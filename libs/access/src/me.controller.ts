import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForWhoeverSignedIn } from '#identity';
import { By, type Caller, type Json, jsonOf } from '#platform';
import { MeView } from './me.dto.js';

@ApiTags('Access')
@ForWhoeverSignedIn()
@Controller('me')
export class MeController {
  /** Says who is calling, in which role, and what that allows. */
  @Get()
  read(@By() { actor, onBehalfOf, role, scopes, organizations }: Caller): Json<MeView> {
    const principal = onBehalfOf && { id: onBehalfOf.id, name: onBehalfOf.name };
    return jsonOf({
      actor: actor!,
      onBehalfOf: principal,
      role,
      scopes,
      organizationIds: organizations,
    } as MeView);
  }
}
