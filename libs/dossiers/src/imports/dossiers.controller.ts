import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { By, type Caller, TakesBytes, mediaTypeOf } from '#platform';
import { DossierFiles } from './dossier-files.service.js';
import { DossierImports } from './dossier-imports.service.js';
import { ImportQuery } from './import-query.dto.js';
import { DOSSIER_LIMIT, DOSSIER_READERS } from './media-types.js';
import { ImportPlanView } from './plan.dto.js';

const TYPES = Object.keys(DOSSIER_READERS);

@ApiTags('Dossiers')
@Controller('dossiers')
export class DossiersController {
  constructor(
    private readonly files: DossierFiles,
    private readonly imports: DossierImports,
  ) {}

  /** Imports whole stories: records what is new, changes what was edited in them, all or nothing. */
  @Post()
  @HttpCode(200)
  @TakesBytes(TYPES, DOSSIER_LIMIT)
  @ApiConsumes(...TYPES)
  @ApiBody({
    description:
      'Dossiers, as `/schemas/dossier.json` describes them; several as a stream of YAML, or as JSON lines.',
    schema: { type: 'object' },
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
    const dossiers = await this.files.read(mediaTypeOf(type), bytes, said, caller);
    return this.imports.import(dossiers, caller, { dryRun });
  }
}
