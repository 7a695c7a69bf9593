import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { MEMBER } from './member.record.js';
import { MemberQueries } from './members.queries.js';
import { MembersService } from './members.service.js';

@Controller(MEMBER.address)
export class MembersController extends RecordRoutes(MEMBER, MemberQueries, MembersService) {}
