import { Module } from '@nestjs/common';
import { TimelineController } from './timeline.controller.js';
import { TimelineQueries } from './timeline.queries.js';

/** What the office knows of one place, organization, person or delegation, from everywhere. */
@Module({ controllers: [TimelineController], providers: [TimelineQueries] })
export class DossiersModule {}
