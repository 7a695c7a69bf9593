import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { OpenToAnybody } from '#identity';
import { ProblemCatalog } from '#platform';
import { type Problem, RECORD_PROBLEMS, Refusal } from '#refusals';

@ApiTags('Problems')
@OpenToAnybody()
@Controller('problems')
export class ProblemsController {
  constructor(private readonly problems: ProblemCatalog) {}

  /** Lists every kind of problem by its code. */
  @Get()
  @ApiProduces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  list(): string {
    const rows = this.problems.all().map(rowOf).join('');
    return page('Problems', `<h1>Problems</h1><table><tr><th>Code<th>What happened</tr>${rows}</table>`);
  }

  /** Explains a kind of problem, by the code that answers carry. */
  @Get(':code')
  @ApiProduces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  explain(@Param('code') code: string): string {
    const problem = this.problems.find(code);
    if (!problem) throw new Refusal(RECORD_PROBLEMS['record.unknown'], 'There is no problem with this code.');
    return page(
      code,
      `<h1>${problem.title}</h1><p>Code: <code>${code}</code></p><p>The <code>detail</code> of each answer says what happened and what would help.</p>`,
    );
  }
}

// Codes and titles are words of this program: nothing in them has to be escaped.
function rowOf({ code, title }: Problem): string {
  return `<tr><td><a href="/problems/${code}"><code>${code}</code></a><td>${title}</tr>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title>${body}</html>`;
}
