import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { OpenToAnybody, Refusal, findProblem } from '#platform';

@ApiTags('Problems')
@OpenToAnybody()
@Controller('problems')
export class ProblemsController {
  /** Explains a kind of problem, by the code that answers carry. */
  @Get(':code')
  @ApiProduces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  explain(@Param('code') code: string): string {
    const problem = findProblem(code);
    if (!problem) throw new Refusal('record.unknown', 'There is no problem with this code.');
    return `<!doctype html><html lang="en"><title>${code}</title><h1>${problem.title}</h1><p>Code: <code>${code}</code></p><p>The <code>detail</code> of each answer says what happened and what would help.</p></html>`;
  }
}
