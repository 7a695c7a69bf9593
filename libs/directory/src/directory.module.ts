import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Place } from './places/place.entity.js';
import { PlaceQueries } from './places/places.queries.js';
import { PlacesController } from './places/places.controller.js';
import { PlacesService } from './places/places.service.js';

/** Places, topics, organizations and people. */
@Module({
  imports: [TypeOrmModule.forFeature([Place])],
  controllers: [PlacesController],
  providers: [PlaceQueries, PlacesService],
})
export class DirectoryModule {}
