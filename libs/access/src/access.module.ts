import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { ACCESS_PROBLEMS } from './access.problems.js';
import { ActorsController } from './actors/actors.controller.js';
import { ActorQueries } from './actors/actors.queries.js';
import { ActorsService } from './actors/actors.service.js';
import { DeputiesController } from './deputies/deputies.controller.js';
import { DeputiesService } from './deputies/deputies.service.js';
import { DeputyQueries } from './deputies/deputies.queries.js';
import { MeController } from './me.controller.js';
import { TokenQueries } from './tokens/tokens.queries.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';

/** Who has access: callers, tokens and deputies. */
@Module({
  controllers: [MeController, ActorsController, TokensController, DeputiesController],
  providers: [ActorQueries, ActorsService, TokenQueries, TokensService, DeputyQueries, DeputiesService],
})
export class AccessModule {
  constructor(problems: ProblemCatalog) {
    problems.add(ACCESS_PROBLEMS);
  }
}
