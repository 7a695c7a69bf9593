import { Module } from '@nestjs/common';
import { RecordsModule } from '#records';
import { EntriesController } from './entries/entries.controller.js';
import { EntriesService } from './entries/entries.service.js';
import { EntryQueries } from './entries/entries.queries.js';
import { ENTRY } from './entries/entry.record.js';
import { QuestionsWriter } from './entries/questions.writer.js';
import { FIGURE } from './figures/figure.record.js';
import { FiguresController } from './figures/figures.controller.js';
import { FigureQueries } from './figures/figures.queries.js';
import { FiguresService } from './figures/figures.service.js';
import { ENTRY_LINK } from './links/entry-link.record.js';
import { EntryLinksController } from './links/entry-links.controller.js';
import { EntryLinkQueries } from './links/entry-links.queries.js';
import { EntryLinksService } from './links/entry-links.service.js';
import { RELATIONSHIP } from './relationships/relationship.record.js';
import { RelationshipsController } from './relationships/relationships.controller.js';
import { RelationshipQueries } from './relationships/relationships.queries.js';
import { RelationshipsService } from './relationships/relationships.service.js';

/** What is known: entries with their links, figures of any record, relationships. */
@Module({
  imports: [RecordsModule.of([RELATIONSHIP, ENTRY, ENTRY_LINK, FIGURE])],
  controllers: [EntriesController, EntryLinksController, FiguresController, RelationshipsController],
  providers: [
    RelationshipQueries,
    RelationshipsService,
    EntryQueries,
    EntriesService,
    QuestionsWriter,
    EntryLinkQueries,
    EntryLinksService,
    FigureQueries,
    FiguresService,
  ],
  exports: [EntryQueries, QuestionsWriter],
})
export class BriefingsModule {}
