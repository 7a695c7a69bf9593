export { DossiersModule } from './dossiers.module.js';
export { DossierExports } from './exports/dossier-exports.service.js';
export { DossierFiles } from './imports/dossier-files.service.js';
export { DossierImports } from './imports/dossier-imports.service.js';
export { Outline as DossierOutline, type Section as DossierSection } from './imports/outline.js';
export type { Field as DossierField, Fields as DossierFields } from './imports/fields.js';
export type { ImportPlanView } from './imports/plan.dto.js';
export type { Dossiers, WrittenDossier } from './imports/written-dossier.js';
