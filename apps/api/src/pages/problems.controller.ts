import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenToAnybody } from '#identity';
import { AnswersAlsoAsPage, type Json, ProblemCatalog, statusOfKind } from '#platform';
import { Kinds } from '#records';
import { type Problem, RECORD_PROBLEMS, Refusal } from '#refusals';
import { answerAsAsked } from './page.js';
import { type ProblemKindItem, ProblemKindList, ProblemKindView } from './problem.dto.js';
import { exampleOf } from './problem.example.js';
import { writeProblem, writeProblems } from './problem.page.js';

@ApiTags('Problems')
@OpenToAnybody()
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly problems: ProblemCatalog,
    private readonly kinds: Kinds,
  ) {}

  /** Lists every kind of problem by its code, as a page where `Accept` asks for HTML. */
  @Get()
  @AnswersAlsoAsPage(ProblemKindList)
  list(@Headers('accept') accept: string | undefined): Json<ProblemKindList> {
    return answerAsAsked(accept, { items: this.problems.all().map(itemOf) }, writeProblems);
  }

  /** Explains a kind of problem, by the code that answers carry: what happened, why, and what helps. */
  @Get(':code')
  @AnswersAlsoAsPage(ProblemKindView)
  explain(@Param('code') code: string, @Headers('accept') accept: string | undefined): Json<ProblemKindView> {
    const problem = this.problems.find(code);
    if (!problem)
      throw new Refusal(
        RECORD_PROBLEMS['record.unknown'],
        'There is no problem with this code; /problems lists all of them.',
      );
    const { why, help } = problem;
    const example = exampleOf(problem, this.kinds.all());
    return answerAsAsked(accept, { ...itemOf(problem), why, help, example }, writeProblem);
  }
}

function itemOf({ code, kind, title }: Problem): ProblemKindItem {
  return { code, status: statusOfKind(kind), title };
}
