import { Module } from '@nestjs/common';
import { AuditEventsController } from './events/audit-events.controller.js';
import { AuditEventQueries } from './events/audit-events.queries.js';
import { ProcessingRecordController } from './processing/processing-record.controller.js';
import { ProcessingRecord } from './processing/processing-record.service.js';
import { Retention } from './retention/retention.service.js';

/** What the office answers for: who did what, how long it is kept, and what is done with the data of people. */
@Module({
  controllers: [AuditEventsController, ProcessingRecordController],
  providers: [AuditEventQueries, ProcessingRecord, Retention],
  exports: [Retention],
})
export class AuditModule {}
