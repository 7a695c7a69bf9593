import { Module } from '@nestjs/common';
import { ActorsController } from './actors.controller.js';
import { ActorQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';

/** Who acts in the office, and which people of the directory they are. */
@Module({ controllers: [ActorsController], providers: [ActorQueries, ActorsService] })
export class ActorsModule {}
