import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import {
  AnswersAlsoAsPage,
  AnswersOnce,
  By,
  type Caller,
  type Json,
  asPage,
  jsonOf,
  wantsPage,
} from '#platform';
import { EXPORT_POLICY, writeExportPage } from './data-export-page.js';
import { DataExportView } from './data-export.dto.js';
import { DataExports } from './data-exports.service.js';
import { ErasePerson, ErasurePreview } from './erasure.dto.js';
import { Erasures } from './erasures.service.js';

/** Nobody keeps a copy on the way. */
const UNKEPT = {
  headers: { vary: 'Accept, Accept-Language, Authorization', 'cache-control': 'no-store' },
};

@ApiTags('Privacy')
@Controller('people/:id')
export class PrivacyController {
  constructor(
    private readonly exports: DataExports,
    private readonly erasures: Erasures,
  ) {}

  /** Gives everything that is held about a person, as a page where `Accept` asks for HTML. */
  @Get('data-export')
  @Needs('personal-data:read')
  @AnswersAlsoAsPage(DataExportView)
  async export(
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
    @By() caller: Caller,
  ): Promise<Json<DataExportView>> {
    const held = await this.exports.export(id, caller);
    if (!wantsPage(accept)) return jsonOf<DataExportView>(held, UNKEPT);
    return asPage(writeExportPage(held), EXPORT_POLICY, UNKEPT);
  }

  /** Tells what erasing a person would take away, what would stay, and which texts of others hold the name. */
  @Get('erasure')
  @Needs('personal-data:write')
  async preview(@Param('id') id: string, @By() caller: Caller): Promise<Json<ErasurePreview>> {
    return jsonOf<ErasurePreview>(await this.erasures.preview(id, caller), UNKEPT);
  }

  /** Erases a person: they become a pseudonym everywhere, for good. What becomes of each text of others that holds the name has to be decided. */
  @Post('erasure')
  @HttpCode(200)
  @AnswersOnce()
  @Needs('personal-data:write')
  async erase(
    @Param('id') id: string,
    @Body() erasure: ErasePerson,
    @By() caller: Caller,
  ): Promise<Json<ErasurePreview>> {
    return jsonOf<ErasurePreview>(await this.erasures.erase(id, erasure, caller), UNKEPT);
  }
}
