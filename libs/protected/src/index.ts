export { KeyRotation } from './encryption/key-rotation.service.js';
export { ProfileMerges, type MergedPeople } from './profiles/profile-merges.service.js';
export { FIELDS as PROFILE_FIELDS, type ProfileValues, type Whose } from './profiles/profile.rules.js';
export { ProfileRetention } from './profiles/profile-retention.service.js';
export { ProtectedProfiles } from './profiles/profiles.service.js';
export { ProtectedModule } from './protected.module.js';
