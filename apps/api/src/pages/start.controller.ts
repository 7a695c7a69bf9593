import { Controller, Get, Headers } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenToAnybody } from '#identity';
import { AnswersAlsoAsPage, type Json } from '#platform';
import { answerAsAsked } from './page.js';
import { StartView } from './start.dto.js';
import { writeStart } from './start.page.js';

const START: StartView = {
  name: 'Corteo',
  about: 'Delegations, visits and forums of an international-relations office.',
  documentation: '/docs',
  openapi: '/openapi.json',
  me: '/v1/me',
  calendar: '/v1/calendars/forums.ics',
  problems: '/problems',
  health: '/health/ready',
};

@ApiTags('Start')
@OpenToAnybody()
@Controller()
export class StartController {
  /** Says what this server is and where to go on, as a page where `Accept` asks for HTML. */
  @Get()
  @AnswersAlsoAsPage(StartView)
  introduce(@Headers('accept') accept: string | undefined): Json<StartView> {
    return answerAsAsked(accept, START, writeStart);
  }
}
