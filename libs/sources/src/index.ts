export { CitationRoutesModule, SourcesModule } from './sources.module.js';
