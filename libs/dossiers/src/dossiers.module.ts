import { Global, Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { AgreementConcerns, AgreementsModule } from '#agreements';
import { TOGETHER } from '#briefings';
import { EventConcerns, EventsModule } from '#events';
import { FollowUpConcerns, FollowUpsModule, OutcomeConcerns } from '#follow-ups';
import { ProblemCatalog } from '#platform';
import { AGENDA_IMPORT_PROBLEMS } from './agenda-imports/agenda-import.problems.js';
import { AgendaImports } from './agenda-imports/agenda-imports.service.js';
import { AgendaImportsController } from './agenda-imports/agenda-imports.controller.js';
import { ImportedItems } from './agenda-imports/imported-items.js';
import { ItemPlaces } from './agenda-imports/item-places.js';
import { BRIEFED } from './briefings/briefed.js';
import { BriefingQueries } from './briefings/briefings.queries.js';
import { BriefingOf } from './briefings/briefings.routes.js';
import { Contacts } from './contacts/contacts.service.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { DossierExports } from './exports/dossier-exports.service.js';
import { Bindings } from './imports/bindings.js';
import { DossiersController } from './imports/dossiers.controller.js';
import { DossierFiles } from './imports/dossier-files.service.js';
import { DossierImports } from './imports/dossier-imports.service.js';
import { DOSSIER_PROBLEMS } from './imports/dossier.problems.js';
import { Outline } from './imports/outline.js';
import { Resolver } from './imports/resolution.js';
import { RelationshipTimelineController, TimelineController } from './timeline/timeline.controller.js';
import { sourcesOf, togetherOf } from './timeline/timeline.fragments.js';
import { TimelineQueries } from './timeline/timeline.queries.js';

/** What the office knows of one thing from everywhere, and whole stories in one file. */
// Global, since relationships, which know nothing of events, tell what lies within them.
@Global()
@Module({
  imports: [AgendasModule, AgreementsModule, EventsModule, FollowUpsModule],
  controllers: [
    AgendaImportsController,
    ContactsController,
    DossiersController,
    TimelineController,
    RelationshipTimelineController,
    ...BRIEFED.map(({ kind }) => BriefingOf(kind)),
  ],
  providers: [
    AgendaImports,
    ImportedItems,
    ItemPlaces,
    BriefingQueries,
    Contacts,
    TimelineQueries,
    {
      provide: TOGETHER,
      inject: [EventConcerns, AgreementConcerns, OutcomeConcerns, FollowUpConcerns],
      useFactory: (...concerns: Parameters<typeof sourcesOf>) => togetherOf(sourcesOf(...concerns)),
    },
    Outline,
    Bindings,
    Resolver,
    DossierFiles,
    DossierImports,
    DossierExports,
  ],
  exports: [DossierFiles, DossierImports, DossierExports, Outline, TOGETHER],
})
export class DossiersModule {
  constructor(problems: ProblemCatalog) {
    problems.add(DOSSIER_PROBLEMS);
    problems.add(AGENDA_IMPORT_PROBLEMS);
  }
}
