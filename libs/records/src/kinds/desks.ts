import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { RecordQueries } from '../record.queries.js';
import { RecordService } from '../record.service.js';
import type { AnyRoutedKind, RecordKind } from './record-kind.js';

/** Who writes records of a kind, whatever the kind. */
export type AnyRecordService = RecordService<AnyRoutedKind>;

/** Who reads records of a kind, whatever the kind. */
export type AnyRecordQueries = RecordQueries<AnyRoutedKind>;

/** Who reads and who writes the records of each kind of the app, for work that is the same for all of them. */
@Injectable()
export class Desks implements OnModuleInit {
  private readonly writers = new Map<RecordKind, AnyRecordService>();
  private readonly readers = new Map<RecordKind, AnyRecordQueries>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders() as { instance?: unknown }[]) {
      if (instance instanceof RecordService) this.writers.set(instance.kind, instance as AnyRecordService);
      if (instance instanceof RecordQueries) this.readers.set(instance.kind, instance as AnyRecordQueries);
    }
  }

  /** @throws where nobody writes the kind */
  writerOf(kind: RecordKind): AnyRecordService {
    return found(this.writers, kind);
  }

  /** @throws where nobody reads the kind */
  readerOf(kind: RecordKind): AnyRecordQueries {
    return found(this.readers, kind);
  }
}

function found<T>(desks: ReadonlyMap<RecordKind, T>, kind: RecordKind): T {
  const desk = desks.get(kind);
  if (!desk) throw new Error(`Nobody keeps the kind of record “${kind.name}”.`);
  return desk;
}
