import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json, withArticle } from '#platform';
import { AddressWithin, type At, PageQuery, type RecordKind, camelCase, describeAddress } from '#records';
import { SimilarPage } from './similar.dto.js';
import { SimilarQueries } from './similar.queries.js';

/** The controller of `GET …/{id}/similar` of a kind of record. */
export function SimilarOf(kind: RecordKind): Type<object> {
  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea(kind.area)
  class SimilarController {
    constructor(private readonly similar: SimilarQueries) {}

    @Get('similar')
    @ApiOperation({ summary: `Lists what ${withArticle(kind.name)} may be the same as, surest first.` })
    @ApiOkResponse({ type: SimilarPage })
    list(
      @AddressWithin(kind.within) at: At,
      @Query() query: PageQuery,
      @By() caller: Caller,
    ): Promise<Json<SimilarPage>> {
      return this.similar.list(kind, at, query, caller);
    }
  }
  describeAddress(SimilarController, 'list', `${kind.address}/:id`);
  Object.defineProperty(SimilarController, 'name', {
    value: `${camelCase(` ${kind.name}`)}SimilarController`,
  });
  return SimilarController;
}
