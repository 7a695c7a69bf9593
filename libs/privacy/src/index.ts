export { PrivacyModule } from './privacy.module.js';
export * from './people-retention.service.js';
