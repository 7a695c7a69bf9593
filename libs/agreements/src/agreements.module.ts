import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { EventsModule } from '#events';
import { RecordsModule } from '#records';
import { AgreementConcerns } from './agreements/agreement-concerns.js';
import { AGREEMENT } from './agreements/agreement.record.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { AgreementQueries } from './agreements/agreements.queries.js';
import { AgreementsService } from './agreements/agreements.service.js';
import { AGREEMENT_LINK } from './links/agreement-link.record.js';
import { AgreementLinksController } from './links/agreement-links.controller.js';
import { AgreementLinkQueries } from './links/agreement-links.queries.js';
import { AgreementLinksService } from './links/agreement-links.service.js';
import { OBLIGATION } from './obligations/obligation.record.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { ObligationQueries } from './obligations/obligations.queries.js';
import { ObligationsService } from './obligations/obligations.service.js';
import { PartiesController } from './parties/parties.controller.js';
import { PartyQueries } from './parties/parties.queries.js';
import { PartiesService } from './parties/parties.service.js';
import { PARTY } from './parties/party.record.js';
import { SignatoriesController } from './signatories/signatories.controller.js';
import { SignatoryQueries } from './signatories/signatories.queries.js';
import { SignatoriesService } from './signatories/signatories.service.js';
import { SIGNATORY } from './signatories/signatory.record.js';

/** Agreements, their parties, signatories, obligations and links. */
@Module({
  imports: [
    AgendasModule,
    EventsModule,
    RecordsModule.of([AGREEMENT, PARTY, SIGNATORY, OBLIGATION, AGREEMENT_LINK]),
  ],
  controllers: [
    AgreementsController,
    PartiesController,
    SignatoriesController,
    ObligationsController,
    AgreementLinksController,
  ],
  providers: [
    AgreementConcerns,
    AgreementQueries,
    AgreementsService,
    PartyQueries,
    PartiesService,
    SignatoryQueries,
    SignatoriesService,
    ObligationQueries,
    ObligationsService,
    AgreementLinkQueries,
    AgreementLinksService,
  ],
  exports: [AgreementConcerns],
})
export class AgreementsModule {}
