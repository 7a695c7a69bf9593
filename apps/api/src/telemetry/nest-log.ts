import { inspect } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Who tells of every module and route at start, which only helps who debugs them. */
const STARTING = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** What Nest's `Logger` is told, as lines of the log: `logger.error(text, { requestId })` sets members of its own. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(STARTING.has(rest.at(-1) as string) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  // Nest hands on what it was told, then a stack where there is one, then who tells it.
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const words = rest.filter((one) => typeof one === 'string');
    const context = rest.at(-1) === words.at(-1) ? words.pop() : undefined;
    const { text, stack = words.find(isStack) } = tell(message);
    const facts: object[] = rest.filter((one) => typeof one === 'object' && one !== null);
    this.lines[level](Object.assign({ context }, ...facts, { stack }) as object, text);
  }
}

function tell(message: unknown): { text: string; stack?: string } {
  if (message instanceof Error) return tell(message.stack ?? message.message);
  const text = typeof message === 'string' ? message : inspect(message);
  const [words] = text.split(/\n +at /, 1);
  return words === text ? { text } : { text: words!, stack: text };
}

function isStack(text: string): boolean {
  return /^ +at /m.test(text);
}
