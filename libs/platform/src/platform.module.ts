import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { Database } from './database/database.js';
import { Violations } from './database/violations.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { Idempotency } from './http/idempotency.js';
import { RateLimits } from './http/rate-limits.js';
import { Routes } from './http/routes.js';
import { ProblemCatalog } from './problems/problem-catalog.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { References } from './problems/references.js';
import { Today } from './today.js';

const SHARED = [
  AnswerInterceptor,
  Clock,
  Database,
  Idempotency,
  ProblemCatalog,
  ProblemFilter,
  RateLimits,
  Routes,
  Today,
  References,
  Violations,
];

/** What every feature is built on. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: Config): DynamicModule {
    const configuration = { provide: CONFIG, useValue: config };
    return {
      module: PlatformModule,
      providers: [configuration, ...SHARED],
      exports: [configuration, ...SHARED],
    };
  }
}
