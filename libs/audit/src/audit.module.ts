import { Module } from '@nestjs/common';
import { TimedWork } from '#identity';
import { AuditEventsController } from './events/audit-events.controller.js';
import { AuditEventQueries } from './events/audit-events.queries.js';
import { ProcessingRecordController } from './processing/processing-record.controller.js';
import { ProcessingRecord } from './processing/processing-record.service.js';
import { Retention } from './retention/retention.service.js';

const DAY = 86_400_000;

/** What the office answers for: who did what, how long it is kept, and what is done with the data of people. */
@Module({
  controllers: [AuditEventsController, ProcessingRecordController],
  providers: [AuditEventQueries, ProcessingRecord, Retention],
  exports: [Retention],
})
export class AuditModule {
  constructor(timed: TimedWork, retention: Retention) {
    timed.add({ name: 'retention', every: DAY, run: async () => void (await retention.run()) });
  }
}
