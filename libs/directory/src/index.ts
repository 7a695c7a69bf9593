export { DirectoryModule } from './directory.module.js';
export { isOrganization } from './organizations/succession.fragments.js';
