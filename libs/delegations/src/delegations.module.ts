import { Module } from '@nestjs/common';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Delegation } from './delegation.entity.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MemberQueries, oneMemberRow } from './members.queries.js';
import { MembersService } from './members.service.js';

/** Delegations and their members. */
@Module({
  imports: [TypeOrmModule.forFeature([Delegation, Member])],
  controllers: [
    DelegationsController,
    MembersController,
    HistoryOf({
      tag: 'Delegations',
      name: 'delegation',
      path: 'delegations/:id',
      record: recordIn(sql`delegations`),
    }),
    HistoryOf({
      tag: 'Delegations',
      name: 'member',
      path: 'delegations/:id/members/:memberId',
      record: sql`select e.id ${oneMemberRow}`,
    }),
  ],
  providers: [DelegationQueries, DelegationsService, MemberQueries, MembersService],
})
export class DelegationsModule {}
