import { Controller, Get, Headers, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json, JsonText, wantsPage, withArticle, withFacts } from '#platform';
import { AddressWithin, type At, type RecordKind, camelCase, describeAddress } from '#records';
import { BriefingView } from './briefing.dto.js';
import { BriefingQueries } from './briefings.queries.js';
import { PAGE_POLICY, writePage } from './page/briefing-page.js';

const VARY = { vary: 'Accept, Accept-Language, Authorization' };

/** A briefing as the page that it makes. */
function asPage(briefing: Json<BriefingView>, { languages }: Caller): Json<BriefingView> {
  const { text } = briefing as unknown as JsonText;
  const page = writePage(JSON.parse(text) as BriefingView, languages);
  const headers = { ...VARY, 'content-security-policy': PAGE_POLICY };
  return new JsonText(page, { type: 'text/html; charset=utf-8', headers }).as<BriefingView>();
}

/** The controller of `GET …/{id}/briefing` of a kind of record. */
export function BriefingOf(kind: RecordKind): Type<object> {
  const one = withArticle(kind.name);

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea('entries')
  class BriefingController {
    constructor(private readonly briefings: BriefingQueries) {}

    @Get('briefing')
    @ApiOperation({
      summary: `Tells what there is to know before meeting ${one}, on two pages to print where \`Accept\` asks for HTML.`,
    })
    @ApiExtraModels(BriefingView)
    @ApiOkResponse({
      content: {
        'application/json': { schema: { $ref: getSchemaPath(BriefingView) } },
        'text/html': { schema: { type: 'string', example: '<!doctype html>…' } },
      },
    })
    async read(
      @AddressWithin(kind.within) { id }: At,
      @Headers('accept') accept: string | undefined,
      @By() caller: Caller,
    ): Promise<Json<BriefingView>> {
      const briefing = await this.briefings.read(kind, id!, caller);
      return wantsPage(accept) ? asPage(briefing, caller) : withFacts(briefing, { headers: VARY });
    }
  }
  describeAddress(BriefingController, 'read', `${kind.address}/:id`);
  Object.defineProperty(BriefingController, 'name', {
    value: `${camelCase(` ${kind.name}`)}BriefingController`,
  });
  return BriefingController;
}
