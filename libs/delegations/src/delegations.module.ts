import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Delegation } from './delegation.entity.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';
import { Member } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MemberQueries } from './members.queries.js';
import { MembersService } from './members.service.js';

/** Delegations and their members. */
@Module({
  imports: [TypeOrmModule.forFeature([Delegation, Member])],
  controllers: [DelegationsController, MembersController],
  providers: [DelegationQueries, DelegationsService, MemberQueries, MembersService],
})
export class DelegationsModule {}
