import { Controller, Get, Headers, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import {
  AnswersAlsoAsPage,
  By,
  type Caller,
  type Json,
  type JsonText,
  asPage,
  wantsPage,
  withArticle,
  withFacts,
} from '#platform';
import { AddressWithin, type At, ReadQuery, type RecordKind, camelCase, describeAddress } from '#records';
import { BriefingView } from './briefing.dto.js';
import { BriefingQueries } from './briefings.queries.js';
import { PAGE_POLICY, writePage } from './page/briefing-page.js';

const VARY = { vary: 'Accept, Accept-Language, Authorization' };

function pageOf(briefing: Json<BriefingView>, { languages }: Caller): Json<BriefingView> {
  const { text } = briefing as unknown as JsonText;
  const page = writePage(JSON.parse(text) as BriefingView, languages);
  return asPage(page, PAGE_POLICY, { headers: VARY });
}

/** The controller of `GET …/{id}/briefing` of a kind of record. */
export function BriefingOf(kind: RecordKind): Type<object> {
  const one = withArticle(kind.name);

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea('entries', 'directory', 'delegations', 'visits', 'forums', 'agreements', 'follow-ups')
  class BriefingController {
    constructor(private readonly briefings: BriefingQueries) {}

    @Get('briefing')
    @ApiOperation({
      summary: `Tells what there is to know before meeting ${one}, on two pages to print where \`Accept\` asks for HTML.`,
    })
    @AnswersAlsoAsPage(BriefingView)
    async read(
      @AddressWithin(kind.within) { id }: At,
      @Headers('accept') accept: string | undefined,
      @By() caller: Caller,
      @Query() _query?: ReadQuery,
    ): Promise<Json<BriefingView>> {
      const briefing = await this.briefings.read(kind, id!, caller);
      return wantsPage(accept) ? pageOf(briefing, caller) : withFacts(briefing, { headers: VARY });
    }
  }
  describeAddress(BriefingController, 'read', `${kind.address}/:id`);
  Object.defineProperty(BriefingController, 'name', {
    value: `${camelCase(` ${kind.name}`)}BriefingController`,
  });
  return BriefingController;
}
