import { Controller, Get, Headers } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { AnswersAlsoAsPage, type Json, asPage, jsonOf, wantsPage } from '#platform';
import { PROCESSING_PAGE_POLICY, writeProcessingPage } from './processing-page.js';
import { ProcessingRecordView } from './processing-record.dto.js';
import { ProcessingRecord } from './processing-record.service.js';

const VARY = { vary: 'Accept, Authorization' };

@ApiTags('Privacy')
@Controller('processing-record')
@Needs('audit:read')
export class ProcessingRecordController {
  constructor(private readonly record: ProcessingRecord) {}

  /** Draws up the record of processing activities (GDPR, article 30), as a page to print where `Accept` asks for HTML. */
  @Get()
  @AnswersAlsoAsPage(ProcessingRecordView)
  read(@Headers('accept') accept: string | undefined): Json<ProcessingRecordView> {
    const record = this.record.draw();
    if (!wantsPage(accept)) return jsonOf(record, { headers: VARY });
    return asPage(writeProcessingPage(record), PROCESSING_PAGE_POLICY, { headers: VARY });
  }
}
