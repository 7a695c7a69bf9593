export type { Asked } from './asked.js';
export { KeyRotation, type Rotation } from './encryption/key-rotation.service.js';
export { ProfileRetention } from './profiles/profile-retention.service.js';
export { ProtectedProfiles } from './profiles/profiles.service.js';
export { ProtectedModule } from './protected.module.js';
