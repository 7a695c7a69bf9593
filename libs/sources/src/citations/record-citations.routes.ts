import { Body, Controller, Get, Post, Query, type Type } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json, withArticle } from '#platform';
import { AddressWithin, type At, type RecordKind, camelCase, describeAddress } from '#records';
import { CiteRecord } from './citation-input.dto.js';
import { CitationView, CitationsOfRecordPage, CitationsOfRecordQuery } from './citation-view.dto.js';
import { CitationsService } from './citations.service.js';
import { RecordCitationQueries } from './record-citations.queries.js';

/** The controller of `GET` and `POST …/{id}/citations` of a kind of record. */
export function CitationsOf(kind: RecordKind): Type<object> {
  const one = withArticle(kind.name);

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea('sources')
  class RecordCitationsController {
    constructor(
      private readonly reads: RecordCitationQueries,
      private readonly writes: CitationsService,
    ) {}

    @Get('citations')
    @ApiOperation({ summary: `Lists what sources say of ${one}, and what they contradict each other about.` })
    @ApiOkResponse({ type: CitationsOfRecordPage })
    list(
      @AddressWithin(kind.within) at: At,
      @Query() query: CitationsOfRecordQuery,
      @By() caller: Caller,
    ): Promise<Json<CitationsOfRecordPage>> {
      return this.reads.list(kind, at, query, caller);
    }

    @Post('citations')
    @ApiOperation({ summary: `Records what a source says of ${one}, or of one field of it.` })
    @ApiCreatedResponse({ type: CitationView })
    cite(
      @AddressWithin(kind.within) at: At,
      @Body() said: CiteRecord,
      @By() caller: Caller,
    ): Promise<Json<CitationView>> {
      return this.writes.cite(kind, at, said, caller);
    }
  }
  for (const method of ['list', 'cite'])
    describeAddress(RecordCitationsController, method, `${kind.address}/:id`);
  const name = camelCase(` ${kind.name}`);
  Object.defineProperty(RecordCitationsController, 'name', { value: `${name}CitationsController` });
  return RecordCitationsController;
}
