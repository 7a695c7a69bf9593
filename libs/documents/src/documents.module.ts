import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { DocumentInbox } from './document-inbox.js';
import { DOCUMENT_PROBLEMS } from './document.rules.js';
import { Documents } from './documents.js';

/** The files of documents: how they come in, are kept and go out. */
@Module({ providers: [Documents, DocumentInbox], exports: [Documents, DocumentInbox] })
export class DocumentsModule {
  constructor(problems: ProblemCatalog) {
    problems.add(DOCUMENT_PROBLEMS);
  }
}
