import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ENTRY } from '#briefings';
import { InArea } from '#identity';
import { By, type Caller, type Json, MayMatch, type Precondition } from '#platform';
import { CreateFollowUpOfQuestion } from '../follow-ups/follow-up-input.dto.js';
import { FollowUpView } from '../follow-ups/follow-up-view.dto.js';
import { QuestionFollowUpsService } from './question-follow-ups.service.js';

@ApiTags(ENTRY.tag)
@Controller(`${ENTRY.address}/:id/questions/:questionId`)
@InArea('follow-ups')
export class QuestionFollowUpsController {
  constructor(private readonly followUps: QuestionFollowUpsService) {}

  /** Makes an open question of an entry a follow-up: what is to be found out, until when, and who sees to it. */
  @Post('follow-up')
  followUp(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @MayMatch() match: Precondition | null,
    @Body() followUp: CreateFollowUpOfQuestion,
    @By() caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.followUps.create({ id, questionId }, match, followUp, caller);
  }
}
