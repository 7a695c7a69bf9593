import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { AnswersOnce, By, type Caller, type Json } from '#platform';
import {
  CreateToken,
  MadeTokenView,
  PatchToken,
  RotateToken,
  TokenPage,
  TokenQuery,
  TokenView,
} from './tokens.dto.js';
import { TokenQueries } from './tokens.queries.js';
import { TokensService } from './tokens.service.js';

@ApiTags('Access')
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly reads: TokenQueries,
    private readonly writes: TokensService,
  ) {}

  /** Lists the access tokens of the office, the newest first, without their secrets. */
  @Get()
  @Needs('tokens:read')
  list(@Query() query: TokenQuery, @By() caller: Caller): Promise<Json<TokenPage>> {
    return this.reads.list(query, caller);
  }

  /** Reads an access token, without its secret. */
  @Get(':id')
  @Needs('tokens:read')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<TokenView>> {
    return this.reads.read(id, caller);
  }

  /** Makes an access token, and shows its secret this once. */
  @Post()
  @Needs('tokens:write')
  @AnswersOnce()
  @ApiCreatedResponse({ type: MadeTokenView })
  create(@Body() input: CreateToken, @By() caller: Caller): Promise<Json<MadeTokenView>> {
    return this.writes.create(input, caller);
  }

  /** Changes what an access token is called or allows, from its next request on. */
  @Patch(':id')
  @Needs('tokens:write')
  patch(@Param('id') id: string, @Body() patch: PatchToken, @By() caller: Caller): Promise<Json<TokenView>> {
    return this.writes.patch(id, patch, caller);
  }

  /** Replaces an access token by another one for the same, and shows its secret this once. */
  @Post(':id/rotate')
  @Needs('tokens:write')
  @AnswersOnce()
  @ApiCreatedResponse({ type: MadeTokenView })
  rotate(
    @Param('id') id: string,
    @Body() rotation: RotateToken,
    @By() caller: Caller,
  ): Promise<Json<MadeTokenView>> {
    return this.writes.rotate(id, rotation, caller);
  }

  /** Revokes an access token, on every instance within a second. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('tokens:write')
  @ApiNoContentResponse()
  revoke(@Param('id') id: string, @By() caller: Caller): Promise<void> {
    return this.writes.revoke(id, caller);
  }
}
