import type { NameDto } from '#platform';
import type { CreateOrganization } from './organizations/organizations.dto.js';
import type { CreatePerson } from './people/people.dto.js';
import type { CreatePlace } from './places/places.dto.js';
import type { CreateTopic } from './topics/topics.dto.js';

export { ORGANIZATION_KINDS } from './organizations/organizations.dto.js';
export { RELATION_KINDS } from './organizations/organization.rules.js';
export { NAME_ORDERS } from './people/people.dto.js';
export { PLACE_KINDS } from './places/places.dto.js';

/** One official name, as the `names` of a record. */
export function named(text: string, lang = 'en'): NameDto[] {
  return [{ text, lang, kind: 'official' }];
}

/** The body that records a place: Guiyang, unless told otherwise. */
export function aPlace(overrides: Partial<CreatePlace> = {}): CreatePlace {
  return { names: named('Guiyang'), kind: 'city', timeZone: 'Asia/Shanghai', ...overrides };
}

/** The body that records Naples. */
export function naples(overrides: Partial<CreatePlace> = {}): CreatePlace {
  return aPlace({
    names: [...named('Napoli', 'it'), { text: 'Naples', lang: 'en', kind: 'alias' }],
    timeZone: 'Europe/Rome',
    ...overrides,
  });
}

/** The body that records a topic: big data, unless told otherwise. */
export function aTopic(overrides: Partial<CreateTopic> = {}): CreateTopic {
  return { names: named('Big data'), ...overrides };
}

/** The body that records an organization: Tsinghua University, unless told otherwise. */
export function anOrganization(overrides: Partial<CreateOrganization> = {}): CreateOrganization {
  return { names: named('Tsinghua University'), kind: 'university', ...overrides };
}

/** The body that records Città della Scienza, the science centre in Naples. */
export function cittaDellaScienza(overrides: Partial<CreateOrganization> = {}): CreateOrganization {
  return anOrganization({ names: named('Città della Scienza', 'it'), kind: 'science_centre', ...overrides });
}

/** The body that records a person: Sun Zhiming, deputy mayor of Guiyang, unless told otherwise. */
export function aPerson(overrides: Partial<CreatePerson> = {}): CreatePerson {
  return {
    names: named('Sun Zhiming', 'zh-Latn'),
    familyName: 'Sun',
    givenName: 'Zhiming',
    nameOrder: 'family_first',
    ...overrides,
  };
}
