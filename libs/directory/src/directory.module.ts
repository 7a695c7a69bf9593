import { Module } from '@nestjs/common';
import { RecordsModule } from '#records';
import { ORGANIZATION_RELATION } from './organizations/organization-relation.record.js';
import { OrganizationRelationsController } from './organizations/organization-relations.controller.js';
import { RelationQueries } from './organizations/organization-relations.queries.js';
import { RelationsService } from './organizations/organization-relations.service.js';
import { ORGANIZATION } from './organizations/organization.record.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { OrganizationQueries } from './organizations/organizations.queries.js';
import { OrganizationsService } from './organizations/organizations.service.js';
import { PeopleController } from './people/people.controller.js';
import { PersonQueries } from './people/people.queries.js';
import { PeopleService } from './people/people.service.js';
import { PERSON } from './people/person.record.js';
import { POSITION } from './people/position.record.js';
import { PositionsController } from './people/positions.controller.js';
import { PositionQueries } from './people/positions.queries.js';
import { PositionsService } from './people/positions.service.js';
import { PLACE } from './places/place.record.js';
import { PlacesController } from './places/places.controller.js';
import { PlaceQueries } from './places/places.queries.js';
import { PlacesService } from './places/places.service.js';
import { TOPIC } from './topics/topic.record.js';
import { TopicsController } from './topics/topics.controller.js';
import { TopicQueries } from './topics/topics.queries.js';
import { TopicsService } from './topics/topics.service.js';

/** Places, topics, organizations and people. */
@Module({
  imports: [RecordsModule.of([PLACE, TOPIC, ORGANIZATION, ORGANIZATION_RELATION, PERSON, POSITION])],
  controllers: [
    PlacesController,
    TopicsController,
    OrganizationsController,
    OrganizationRelationsController,
    PeopleController,
    PositionsController,
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
