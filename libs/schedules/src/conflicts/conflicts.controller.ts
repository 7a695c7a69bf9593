import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AGENDA_ITEM, ConflictView } from '#agendas';
import { EVENT } from '#events';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AddressWithin, type At } from '#records';
import { AcknowledgeConflict, ConflictPage, ConflictQuery } from './conflicts.dto.js';
import { ConflictQueries } from './conflicts.queries.js';
import { ConflictsService } from './conflicts.service.js';

@ApiTags('Agendas')
@Controller(`${AGENDA_ITEM.address}/conflicts`)
@InArea(AGENDA_ITEM.area)
export class ConflictsController {
  constructor(
    private readonly conflicts: ConflictQueries,
    private readonly writes: ConflictsService,
  ) {}

  /** Lists what cannot be as an agenda says, also because of other events. */
  @Get()
  list(
    @AddressWithin(EVENT) at: At,
    @Query() query: ConflictQuery,
    @By() caller: Caller,
  ): Promise<Json<ConflictPage>> {
    return this.conflicts.list(at, query, caller);
  }

  /** Lets a conflict stand, with a reason; that is forgotten when its cause changes. */
  @Post(':fingerprint/acknowledgement')
  @HttpCode(200)
  acknowledge(
    @AddressWithin(EVENT) at: At,
    @Param('fingerprint') fingerprint: string,
    @Body() acknowledgement: AcknowledgeConflict,
    @By() caller: Caller,
  ): Promise<Json<ConflictView>> {
    return this.writes.acknowledge(at, fingerprint, acknowledgement, caller);
  }
}
