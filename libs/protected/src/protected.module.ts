import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { KeyRotation } from './encryption/key-rotation.service.js';
import { ProtectedKeys } from './encryption/protected-keys.js';
import { ProfileRetention } from './profiles/profile-retention.service.js';
import { ProtectedProfilesController } from './profiles/profiles.controller.js';
import { ProfileMerges } from './profiles/profile-merges.service.js';
import { ProfileQueries } from './profiles/profiles.queries.js';
import { ProtectedProfiles } from './profiles/profiles.service.js';
import { ProfilesWriter } from './profiles/profiles.writer.js';
import { PROTECTED_PROBLEMS } from './protected.problems.js';
import { ProtectedSheetsController } from './sheets/sheets.controller.js';
import { SheetQueries } from './sheets/sheets.queries.js';
import { ProtectedSheets } from './sheets/sheets.service.js';

/** What is kept of people under protection: encrypted, audited, and erased when its time is over. */
@Module({
  controllers: [ProtectedProfilesController, ProtectedSheetsController],
  providers: [
    KeyRotation,
    ProfileMerges,
    ProfileQueries,
    ProfileRetention,
    ProfilesWriter,
    ProtectedKeys,
    ProtectedProfiles,
    ProtectedSheets,
    SheetQueries,
  ],
  exports: [KeyRotation, ProfileMerges, ProfileRetention, ProtectedProfiles],
})
export class ProtectedModule {
  constructor(problems: ProblemCatalog) {
    problems.add(PROTECTED_PROBLEMS);
  }
}
