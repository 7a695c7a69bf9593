import { Controller, Delete, Get, Inject, Put, Query, type Type, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import {
  By,
  type Caller,
  IfMatch,
  IsStreamed,
  type Json,
  Offers,
  type Precondition,
  withArticle,
} from '#platform';
import {
  AddressWithin,
  type At,
  ReadQuery,
  type ReadsBack,
  Records,
  camelCase,
  describeAddress,
} from '#records';
import { DocumentInterceptor } from './document-file.js';
import { DocumentInbox, type Upload } from './document-inbox.js';
import { Uploaded } from './document-upload.js';
import { MEDIA_TYPES } from './document.rules.js';
import { Documents } from './documents.js';
import type { DocumentView } from './documents.dto.js';
import { type DocumentedKind, DocumentsService } from './documents.service.js';

const BYTES = { type: 'string', format: 'binary' } as const;
const FILE = Object.fromEntries(MEDIA_TYPES.map((type) => [type, { schema: BYTES }]));
const FILE_NAME = "What the file is called: `attachment; filename*=UTF-8''invitation.pdf`.";

/**
 * The controller of `PUT`, `GET` and `DELETE …/{id}/document` of a kind of record.
 * @param reads who reads the kind: it is injected
 */
export function DocumentsOf(kind: DocumentedKind, reads: Type<ReadsBack<object>>): Type<object> {
  const one = withArticle(kind.name);
  const { view } = kind.shapes;

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id/document`)
  @InArea(kind.area)
  class RecordDocumentController {
    private readonly service: DocumentsService;

    constructor(
      records: Records,
      @Inject(reads) readsBack: ReadsBack<object>,
      private readonly documents: Documents,
      inbox: DocumentInbox,
    ) {
      this.service = new DocumentsService(records, kind, readsBack, documents, inbox);
    }

    @Put()
    @IsStreamed()
    @ApiOperation({
      summary: `Gives ${one} a document: the body is its file, of the type that Content-Type says.`,
    })
    @ApiHeader({ name: 'Content-Disposition', description: FILE_NAME, schema: { type: 'string' } })
    @ApiConsumes(...MEDIA_TYPES)
    @ApiBody({ schema: BYTES })
    @ApiOkResponse({ type: view })
    attach(
      @AddressWithin(kind.within) at: At,
      @IfMatch() match: Precondition,
      @Uploaded() upload: Upload,
      @By() caller: Caller,
    ): Promise<Json<object>> {
      return this.service.attach(at, match, upload, caller);
    }

    @Get()
    @IsStreamed()
    @Offers(...MEDIA_TYPES)
    @UseInterceptors(DocumentInterceptor)
    @ApiOperation({ summary: `Gives the document of ${one}, as a file to save.` })
    @ApiOkResponse({ description: 'The file.', content: FILE })
    read(
      @AddressWithin(kind.within) at: At,
      @By() caller: Caller,
      @Query() _query?: ReadQuery,
    ): Promise<DocumentView> {
      return this.documents.find(kind, at, caller);
    }

    @Delete()
    @ApiOperation({ summary: `Takes the document of ${one} away; its history still names it.` })
    @ApiOkResponse({ type: view })
    detach(
      @AddressWithin(kind.within) at: At,
      @IfMatch() match: Precondition,
      @By() caller: Caller,
    ): Promise<Json<object>> {
      return this.service.detach(at, match, caller);
    }
  }
  for (const method of ['attach', 'read', 'detach'])
    describeAddress(RecordDocumentController, method, `${kind.address}/:id`);
  const name = camelCase(` ${kind.name}`);
  Object.defineProperty(RecordDocumentController, 'name', { value: `${name}DocumentController` });
  return RecordDocumentController;
}
