export * from './audit.module.js';
export { writeProcessingPage } from './processing/processing-page.js';
export * from './processing/processing-record.service.js';
export * from './retention/retained.js';
export * from './retention/retention.service.js';
