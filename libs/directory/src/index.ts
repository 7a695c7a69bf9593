export { DirectoryModule } from './directory.module.js';
export { ORGANIZATION } from './organizations/organization.record.js';
export { PERSON } from './people/person.record.js';
export { PLACE_ZONES, type PlaceZones } from './places/place-zones.js';
export { PLACE } from './places/place.record.js';
export { isWithin, retellingsOf } from './places/places.fragments.js';
export { type Tenure, tenureErrors } from './tenure.rules.js';
export { TOPIC } from './topics/topic.record.js';
export { isOrganization } from './organizations/succession.fragments.js';
