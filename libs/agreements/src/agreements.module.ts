import { Module } from '@nestjs/common';
import { HistoryOf, type HistoryDefinition, type Sql, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Agreement } from './agreements/agreement.entity.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { AgreementQueries } from './agreements/agreements.queries.js';
import { AgreementsService } from './agreements/agreements.service.js';
import { AgreementLink } from './links/agreement-link.entity.js';
import { AgreementLinksController } from './links/agreement-links.controller.js';
import { AgreementLinkQueries, oneLinkRow } from './links/agreement-links.queries.js';
import { AgreementLinksService } from './links/agreement-links.service.js';
import { Obligation } from './obligations/obligation.entity.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { ObligationQueries, oneObligationRow } from './obligations/obligations.queries.js';
import { ObligationsService } from './obligations/obligations.service.js';
import { PartiesController } from './parties/parties.controller.js';
import { PartyQueries, onePartyRow } from './parties/parties.queries.js';
import { PartiesService } from './parties/parties.service.js';
import { Party } from './parties/party.entity.js';
import { SignatoriesController } from './signatories/signatories.controller.js';
import { SignatoryQueries, oneSignatoryRow } from './signatories/signatories.queries.js';
import { SignatoriesService } from './signatories/signatories.service.js';
import { Signatory } from './signatories/signatory.entity.js';

/** The history of one kind of part, at its own address. */
function historyOfPart(name: string, segment: string, row: Sql): HistoryDefinition {
  const path = `agreements/:agreementId/${segment}/:id`;
  return { tag: 'Agreements', name, path, record: sql`select e.id ${row}` };
}

/** Agreements, their parties, signatories, obligations and links. */
@Module({
  imports: [TypeOrmModule.forFeature([Agreement, Party, Signatory, Obligation, AgreementLink])],
  controllers: [
    AgreementsController,
    PartiesController,
    SignatoriesController,
    ObligationsController,
    AgreementLinksController,
    HistoryOf({
      tag: 'Agreements',
      name: 'agreement',
      path: 'agreements/:id',
      record: recordIn(sql`agreements`),
    }),
    HistoryOf(historyOfPart('party', 'parties', onePartyRow)),
    HistoryOf(historyOfPart('signatory', 'signatories', oneSignatoryRow)),
    HistoryOf(historyOfPart('obligation', 'obligations', oneObligationRow)),
    HistoryOf(historyOfPart('agreement link', 'links', oneLinkRow)),
  ],
  providers: [
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
})
export class AgreementsModule {}
