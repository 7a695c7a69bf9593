import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { AnswersAlsoAsPage, type Json, asPage, jsonOf, wantsPage } from '#platform';
import { type Asked, AskedBy } from '../asked.js';
import { AsksForReason } from '../reason-header.js';
import { SHEET_POLICY, writeSheet } from './page/sheet-page.js';
import { ProtectedSheetView } from './sheets.dto.js';
import { ProtectedSheets } from './sheets.service.js';

// A tag made of what stands in it would tell something of it.
const UNKEPT = {
  tag: null,
  headers: { vary: 'Accept, Accept-Language, Authorization', 'cache-control': 'no-store' },
};

@ApiTags('Protected profiles')
@Controller('delegations/:id/protected-sheet')
@Needs('protected:read')
@AsksForReason()
export class ProtectedSheetsController {
  constructor(private readonly sheets: ProtectedSheets) {}

  /** Gives the protocol officer what is kept of the members of a delegation under protection, as a page where `Accept` asks for HTML. */
  @Get()
  @AnswersAlsoAsPage(ProtectedSheetView)
  async read(
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
    @AskedBy() asked: Asked,
  ): Promise<Json<ProtectedSheetView>> {
    const sheet = await this.sheets.read(id, asked);
    return wantsPage(accept)
      ? asPage(writeSheet(sheet, asked.caller.languages), SHEET_POLICY, UNKEPT)
      : jsonOf(sheet, UNKEPT);
  }
}
