export { OTHER_ROWS } from './mention.rules.js';
export { PrivacyModule } from './privacy.module.js';
export * from './people-retention.service.js';
