import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AGENDA_ITEM } from '#agendas';
import { EVENT } from '#events';
import { InArea } from '#identity';
import { By, type Caller, TakesBytes, charsetOf } from '#platform';
import { AddressWithin, type At } from '#records';
import { AgendaImportQuery, AgendaImportView } from './agenda-imports.dto.js';
import { AgendaImports } from './agenda-imports.service.js';

/** How many bytes a calendar may have. */
const LIMIT = 2 * 1024 * 1024;

/** How many times as long as another request an import may take. */
const TIMES = 5;

@ApiTags('Agendas')
@Controller(AGENDA_ITEM.address)
@InArea(AGENDA_ITEM.area)
export class AgendaImportsController {
  constructor(private readonly imports: AgendaImports) {}

  /**
   * Plans what a calendar of others brings to an agenda, or does what was planned.
   *
   * @remarks Each entry is read by itself, and told of: what it becomes, and why. Sent again with `apply` and the `plan`
   * that was answered, it is written, all or nothing; sent once more, nothing is left to do. A later version of the
   * calendar changes the items that came from it; what was edited in the agenda since stays, and is told.
   */
  @Post('imports')
  @HttpCode(200)
  @TakesBytes(['text/calendar'], LIMIT, TIMES)
  @ApiConsumes('text/calendar')
  @ApiBody({
    description: 'A calendar (RFC 5545) of at most 500 entries, with every repetition.',
    schema: { type: 'string' },
  })
  @ApiOkResponse({ type: AgendaImportView })
  import(
    @AddressWithin(EVENT) at: At,
    @Body() body: unknown,
    @Headers('content-type') type: string | undefined,
    @Query() query: AgendaImportQuery,
    @By() caller: Caller,
  ): Promise<AgendaImportView> {
    const bytes = (body as Buffer | undefined) ?? Buffer.alloc(0);
    return this.imports.import(at, { bytes, charset: charsetOf(type) }, query, caller);
  }
}
