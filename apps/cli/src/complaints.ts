import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** The standard output is for results. */
class ComplaintsApart extends ConsoleLogger {
  protected override printMessages(messages: unknown[], context?: string, level?: LogLevel): void {
    super.printMessages(messages, context, level, 'stderr');
  }
}

/** Where commands write what is no result. */
export const COMPLAINTS = new ComplaintsApart({ logLevels: ['fatal', 'error', 'warn'] });
