import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { AgreementsModule } from '#agreements';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { TimedWork } from '#identity';
import { SearchController } from './search.controller.js';
import { Words } from './words.service.js';
import { OtherConcerns, SearchQueries } from './search.queries.js';

/** Whatever has a name or a text, found together. */
@Module({
  imports: [AgendasModule, AgreementsModule, EventsModule, FollowUpsModule],
  controllers: [SearchController],
  providers: [OtherConcerns, SearchQueries, Words],
  exports: [Words],
})
export class SearchModule {
  constructor(timed: TimedWork, words: Words) {
    words.follow(timed);
  }
}
