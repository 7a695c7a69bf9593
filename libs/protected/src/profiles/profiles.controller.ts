import { Controller, Delete, Get, HttpCode, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { IfMatch, type Json, MayMatch, type Precondition, SecretBody, TakesSecrets } from '#platform';
import { ReadQuery } from '#records';
import { type Asked, AskedBy } from '../asked.js';
import { AsksForReason } from '../reason-header.js';
import {
  PatchProtectedProfile,
  ProtectedProfileNote,
  ProtectedProfileView,
  PutProtectedProfile,
} from './profiles.dto.js';
import { ProtectedProfiles } from './profiles.service.js';

/** What an input says; as an interface, so that the body is judged by `SecretBody` alone. */
type Said<T> = { readonly [K in keyof T]: T[K] };

@ApiTags('Protected profiles')
@Controller('people/:id/protected-profile')
@Needs('protected:write')
@TakesSecrets()
@AsksForReason()
export class ProtectedProfilesController {
  constructor(private readonly profiles: ProtectedProfiles) {}

  /** Reads what is kept of a person under protection; it is audited who did so, and why. */
  @Get()
  @Needs('protected:read')
  @ApiOkResponse({ type: ProtectedProfileView })
  read(
    @Param('id') id: string,
    @AskedBy() asked: Asked,
    @Query() _query?: ReadQuery,
  ): Promise<Json<ProtectedProfileView>> {
    return this.profiles.read(id, asked);
  }

  /** Writes what is kept of a person under protection, all of it; the first time without `If-Match`. */
  @Put()
  @ApiBody({ type: PutProtectedProfile })
  @ApiOkResponse({ type: ProtectedProfileNote })
  @ApiCreatedResponse({ type: ProtectedProfileNote })
  put(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @SecretBody(PutProtectedProfile) input: Said<PutProtectedProfile>,
    @AskedBy() asked: Asked,
  ): Promise<Json<ProtectedProfileNote>> {
    return this.profiles.put(id, match, input, asked);
  }

  /** Changes what is kept of a person under protection by a merge patch. */
  @Patch()
  @ApiBody({ type: PatchProtectedProfile })
  @ApiOkResponse({ type: ProtectedProfileNote })
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @SecretBody(PatchProtectedProfile) patch: Said<PatchProtectedProfile>,
    @AskedBy() asked: Asked,
  ): Promise<Json<ProtectedProfileNote>> {
    return this.profiles.patch(id, match, patch, asked);
  }

  /** Erases what is kept of a person under protection, for good. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(@Param('id') id: string, @IfMatch() match: Precondition, @AskedBy() asked: Asked): Promise<void> {
    return this.profiles.erase(id, match, asked);
  }
}
