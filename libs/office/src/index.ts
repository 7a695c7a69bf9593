export { FEATURES, OfficeModule } from './office.module.js';
