import { Module } from '@nestjs/common';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationRelation } from './organizations/organization-relation.entity.js';
import { OrganizationRelationsController } from './organizations/organization-relations.controller.js';
import { RelationQueries, oneRelation } from './organizations/organization-relations.queries.js';
import { RelationsService } from './organizations/organization-relations.service.js';
import { Organization } from './organizations/organization.entity.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { OrganizationQueries } from './organizations/organizations.queries.js';
import { OrganizationsService } from './organizations/organizations.service.js';
import { PeopleController } from './people/people.controller.js';
import { PersonQueries } from './people/people.queries.js';
import { PeopleService } from './people/people.service.js';
import { Person } from './people/person.entity.js';
import { Position } from './people/position.entity.js';
import { PositionsController } from './people/positions.controller.js';
import { PositionQueries, onePosition } from './people/positions.queries.js';
import { PositionsService } from './people/positions.service.js';
import { Place } from './places/place.entity.js';
import { PlacesController } from './places/places.controller.js';
import { PlaceQueries } from './places/places.queries.js';
import { PlacesService } from './places/places.service.js';
import { Topic } from './topics/topic.entity.js';
import { TopicsController } from './topics/topics.controller.js';
import { TopicQueries } from './topics/topics.queries.js';
import { TopicsService } from './topics/topics.service.js';

/** Places, topics, organizations and people. */
@Module({
  imports: [TypeOrmModule.forFeature([Place, Topic, Organization, OrganizationRelation, Person, Position])],
  controllers: [
    PlacesController,
    TopicsController,
    OrganizationsController,
    OrganizationRelationsController,
    PeopleController,
    PositionsController,
    HistoryOf({ tag: 'Places', name: 'place', path: 'places/:id', record: recordIn(sql`places`) }),
    HistoryOf({ tag: 'Topics', name: 'topic', path: 'topics/:id', record: recordIn(sql`topics`) }),
    HistoryOf({
      tag: 'Organizations',
      name: 'organization',
      path: 'organizations/:id',
      record: recordIn(sql`organizations`),
    }),
    HistoryOf({
      tag: 'Organizations',
      name: 'relation',
      path: 'organizations/:organizationId/relations/:id',
      record: sql`select e.id ${oneRelation}`,
    }),
    HistoryOf({ tag: 'People', name: 'person', path: 'people/:id', record: recordIn(sql`people`) }),
    HistoryOf({
      tag: 'People',
      name: 'position',
      path: 'people/:personId/positions/:id',
      record: sql`select e.id ${onePosition}`,
    }),
  ],
  providers: [
    PlaceQueries,
    PlacesService,
    TopicQueries,
    TopicsService,
    OrganizationQueries,
    OrganizationsService,
    RelationQueries,
    RelationsService,
    PersonQueries,
    PeopleService,
    PositionQueries,
    PositionsService,
  ],
})
export class DirectoryModule {}
