import { Controller, Get, Headers } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Needs } from '#identity';
import { type Json, JsonText, wantsPage } from '#platform';
import { PROCESSING_PAGE_POLICY, writeProcessingPage } from './processing-page.js';
import { ProcessingRecordView } from './processing-record.dto.js';
import { ProcessingRecord } from './processing-record.service.js';

const VARY = { vary: 'Accept, Authorization' };

@ApiTags('Audit')
@Controller('processing-record')
@Needs('audit:read')
export class ProcessingRecordController {
  constructor(private readonly record: ProcessingRecord) {}

  /** Draws up the record of processing activities (GDPR, article 30), as a page to print where `Accept` asks for HTML. */
  @Get()
  @ApiExtraModels(ProcessingRecordView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ProcessingRecordView) } },
      'text/html': { schema: { type: 'string', example: '<!doctype html>…' } },
    },
  })
  read(@Headers('accept') accept: string | undefined): Json<ProcessingRecordView> {
    const record = this.record.draw();
    if (!wantsPage(accept)) return new JsonText(JSON.stringify(record), { headers: VARY }).as();
    const headers = { ...VARY, 'content-security-policy': PROCESSING_PAGE_POLICY };
    return new JsonText(writeProcessingPage(record), { type: 'text/html; charset=utf-8', headers }).as();
  }
}
