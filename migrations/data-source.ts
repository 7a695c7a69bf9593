import type { MigrationInterface } from 'typeorm';
import { CreateVocabulary1767225600000 } from './1767225600000-CreateVocabulary.js';
import { CreateIdentity1767225601000 } from './1767225601000-CreateIdentity.js';
import { CreateDirectory1767225602000 } from './1767225602000-CreateDirectory.js';
import { CreateDelegations1767225603000 } from './1767225603000-CreateDelegations.js';
import { CreateEvents1767225604000 } from './1767225604000-CreateEvents.js';
import { CreateAgendas1767225605000 } from './1767225605000-CreateAgendas.js';
import { CreateAgreements1767225606000 } from './1767225606000-CreateAgreements.js';
import { CreateHistory1767225609000 } from './1767225609000-CreateHistory.js';
import { CreateIdempotency1767225610000 } from './1767225610000-CreateIdempotency.js';
import { CreateFollowUps1767225620000 } from './1767225620000-CreateFollowUps.js';
import { CreateSchedules1767225630000 } from './1767225630000-CreateSchedules.js';
import { CreateChangeStamps1767225640000 } from './1767225640000-CreateChangeStamps.js';
import { FreezePublications1767225650000 } from './1767225650000-FreezePublications.js';
import { IndexAgreementPlaces1767225651000 } from './1767225651000-IndexAgreementPlaces.js';
import { WidenEventDays1767225652000 } from './1767225652000-WidenEventDays.js';

/** Every migration, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [
  CreateVocabulary1767225600000,
  CreateIdentity1767225601000,
  CreateDirectory1767225602000,
  CreateDelegations1767225603000,
  CreateEvents1767225604000,
  CreateAgendas1767225605000,
  CreateAgreements1767225606000,
  CreateHistory1767225609000,
  CreateIdempotency1767225610000,
  CreateFollowUps1767225620000,
  CreateSchedules1767225630000,
  CreateChangeStamps1767225640000,
  FreezePublications1767225650000,
  IndexAgreementPlaces1767225651000,
  WidenEventDays1767225652000,
];
