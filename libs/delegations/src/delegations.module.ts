import { Module } from '@nestjs/common';
import { RecordsModule } from '#records';
import { DELEGATION } from './delegations/delegation.record.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { DelegationQueries } from './delegations/delegations.queries.js';
import { DelegationsService } from './delegations/delegations.service.js';
import { MEMBER } from './members/member.record.js';
import { MembersController } from './members/members.controller.js';
import { MemberQueries } from './members/members.queries.js';
import { MembersService } from './members/members.service.js';

/** Delegations and their members. */
@Module({
  imports: [RecordsModule.of([DELEGATION, MEMBER])],
  controllers: [DelegationsController, MembersController],
  providers: [DelegationQueries, DelegationsService, MemberQueries, MembersService],
  exports: [DelegationsService],
})
export class DelegationsModule {}
