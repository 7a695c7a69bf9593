export { DirectoryModule } from './directory.module.js';
export { PLACE_ZONES, type PlaceZones } from './places/place-zones.js';
export { isWithin, retellingsOf } from './places/places.fragments.js';
export { isOrganization } from './organizations/succession.fragments.js';
