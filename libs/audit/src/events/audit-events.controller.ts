import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { AuditEventPage, AuditEventQuery } from './audit-events.dto.js';
import { AuditEventQueries } from './audit-events.queries.js';

@ApiTags('Audit')
@Controller('audit-events')
@Needs('audit:read')
export class AuditEventsController {
  constructor(private readonly events: AuditEventQueries) {}

  /** Tells who saw and did what, from where and for what reason, newest first. */
  @Get()
  @ApiOkResponse({ type: AuditEventPage })
  list(@Query() query: AuditEventQuery, @By() caller: Caller): Promise<Json<AuditEventPage>> {
    return this.events.list(query, caller);
  }
}
