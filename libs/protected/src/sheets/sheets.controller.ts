import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Needs } from '#identity';
import { type Caller, type Json, JsonText, wantsPage } from '#platform';
import { type Asked, AskedBy } from '../asked.js';
import { AsksForReason } from '../reason-header.js';
import { SHEET_POLICY, writeSheet } from './page/sheet-page.js';
import { ProtectedSheetView } from './sheets.dto.js';
import { ProtectedSheets } from './sheets.service.js';

const HEADERS = { vary: 'Accept, Accept-Language, Authorization', 'cache-control': 'no-store' };

@ApiTags('Protected profiles')
@Controller('delegations/:id/protected-sheet')
@Needs('protected:read')
@AsksForReason()
export class ProtectedSheetsController {
  constructor(private readonly sheets: ProtectedSheets) {}

  /** Gives the protocol officer what is kept of the members of a delegation under protection, as a page where `Accept` asks for HTML. */
  @Get()
  @ApiExtraModels(ProtectedSheetView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ProtectedSheetView) } },
      'text/html': { schema: { type: 'string', example: '<!doctype html>…' } },
    },
  })
  async read(
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
    @AskedBy() asked: Asked,
  ): Promise<Json<ProtectedSheetView>> {
    const sheet = await this.sheets.read(id, asked);
    return wantsPage(accept) ? asPage(sheet, asked.caller) : answer(JSON.stringify(sheet));
  }
}

function asPage(sheet: ProtectedSheetView, { languages }: Caller): Json<ProtectedSheetView> {
  return answer(writeSheet(sheet, languages), 'text/html; charset=utf-8', {
    'content-security-policy': SHEET_POLICY,
  });
}

// A tag made of what stands in it would tell something of it.
function answer(text: string, type?: string, further: object = {}): Json<ProtectedSheetView> {
  return new JsonText(text, {
    type,
    tag: null,
    headers: { ...HEADERS, ...further },
  }).as<ProtectedSheetView>();
}
