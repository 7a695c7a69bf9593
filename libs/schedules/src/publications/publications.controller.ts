import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AGENDA_ITEM } from '#agendas';
import { EVENT } from '#events';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AddressWithin, type At, ReadQuery } from '#records';
import {
  CreatePublication,
  PublicationPage,
  PublicationQuery,
  PublicationView,
  PublishedChangesView,
} from './publications.dto.js';
import { PublicationQueries } from './publications.queries.js';
import { PublicationsService } from './publications.service.js';

@ApiTags('Agendas')
@Controller(`${AGENDA_ITEM.address}/publications`)
@InArea(AGENDA_ITEM.area)
export class PublicationsController {
  constructor(
    private readonly publications: PublicationQueries,
    private readonly writes: PublicationsService,
  ) {}

  /** Lists the published versions of an agenda, the latest first. */
  @Get()
  list(
    @AddressWithin(EVENT) at: At,
    @Query() query: PublicationQuery,
    @By() caller: Caller,
  ): Promise<Json<PublicationPage>> {
    return this.publications.list(at, query, caller);
  }

  /** Reads one published version of an agenda. */
  @Get(':number')
  read(
    @AddressWithin(EVENT) at: At,
    @Param('number') number: string,
    @By() caller: Caller,
    @Query() _query?: ReadQuery,
  ): Promise<Json<PublicationView>> {
    return this.publications.read(at, number, caller);
  }

  /** Says what changed from the version before, and whom it concerns. */
  @Get(':number/changes')
  readChanges(
    @AddressWithin(EVENT) at: At,
    @Param('number') number: string,
    @By() caller: Caller,
    @Query() _query?: ReadQuery,
  ): Promise<Json<PublishedChangesView>> {
    return this.publications.readChanges(at, number, caller);
  }

  /** Publishes the agenda as it stands, as its next version. */
  @Post()
  publish(
    @AddressWithin(EVENT) at: At,
    @Body() publication: CreatePublication,
    @By() caller: Caller,
  ): Promise<Json<PublicationView>> {
    return this.writes.publish(at, publication, caller);
  }
}
