import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InArea, type Scope } from '#identity';
import { By, type Caller, TakesBytes, charsetOf, mediaTypeOf } from '#platform';
import { DossierFiles } from './dossier-files.service.js';
import { DossierImports } from './dossier-imports.service.js';
import { ImportQuery } from './import-query.dto.js';
import { DOSSIER_LIMIT, DOSSIER_READERS, DOSSIER_TIMES } from './media-types.js';
import { ImportPlanView } from './plan.dto.js';

const TYPES = Object.keys(DOSSIER_READERS);

/** What only admins may do: they can say which ids records will have. */
const FIXES_IDS: Scope = 'tokens:write';

const EXAMPLE = {
  dossier: 'guiyang-naples-rome',
  places: {
    naples: {
      match: { name: 'Naples' },
      names: [{ text: 'Naples', lang: 'en', kind: 'official' }],
      kind: 'city',
      timeZone: 'Europe/Rome',
    },
  },
  visits: {
    'naples-rome': {
      names: [{ text: 'Guiyang delegation in Naples and Rome', lang: 'en', kind: 'official' }],
      starts: '2018-07-12',
      ends: '2018-07-13',
      legs: [{ place: 'naples', starts: '2018-07-12', ends: '2018-07-12' }],
    },
  },
};

@ApiTags('Dossiers')
@Controller('dossiers')
@InArea('dossiers')
export class DossiersController {
  constructor(
    private readonly files: DossierFiles,
    private readonly imports: DossierImports,
  ) {}

  /**
   * Imports whole stories, sheets, contacts or a calendar, all or nothing.
   *
   * @remarks What is new in them is recorded, what was edited since is changed; what somebody changed in Corteo meanwhile
   * stays, and is told. `/schemas/dossier.json` describes a dossier. Sheets hold people, organizations, participants or
   * agreements, and are told by row and column what is wrong with them; of a workbook the first one is read. A calendar
   * becomes a forum with its agenda. With the right `tokens:write`, a dossier may say by `id` which ids its records will
   * have.
   */
  @Post()
  @HttpCode(200)
  @TakesBytes(TYPES, DOSSIER_LIMIT, DOSSIER_TIMES)
  @ApiConsumes(...TYPES)
  @ApiBody({
    description:
      'Dossiers, as `/schemas/dossier.json` describes them; several as a stream of YAML, or as JSON lines.',
    schema: { type: 'object', example: EXAMPLE },
  })
  @ApiOkResponse({ type: ImportPlanView })
  async import(
    @Body() body: unknown,
    @Headers('content-type') type: string | undefined,
    @Query() query: ImportQuery,
    @By() caller: Caller,
  ): Promise<ImportPlanView> {
    const { 'dry-run': dryRun, ...said } = query;
    const bytes = (body as Buffer | undefined) ?? Buffer.alloc(0);
    const sent = { ...said, charset: charsetOf(type) };
    const dossiers = await this.files.read(mediaTypeOf(type), bytes, sent, caller);
    const mayFixIds = caller.scopes.includes(FIXES_IDS);
    return this.imports.import(dossiers, caller, { dryRun, mayFixIds });
  }
}
