export { isDisputed } from './citations/cited-records.fragments.js';
export { CitationRoutesModule, SourcesModule } from './sources.module.js';
