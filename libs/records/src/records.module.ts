import { type DynamicModule, Global, Module, type Provider, type Type } from '@nestjs/common';
import { ReferredTables } from '#platform';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Changes } from './changes/changes.js';
import { ChangesController } from './changes/changes.controller.js';
import { Histories } from './history/histories.js';
import { HistoryOf } from './history/history.controller.js';
import { Desks } from './kinds/desks.js';
import { Kinds } from './kinds/kinds.js';
import type { RecordKind } from './kinds/record-kind.js';
import { NameReader } from './names/name.reader.js';
import { NamedFiltersGuard } from './names/named-filters.guard.js';
import { Cursors } from './pages/cursors.js';
import { Lists } from './pages/lists.js';
import { RecordReader } from './record.reader.js';
import { Records } from './records.js';
import { Subjects } from './subjects/subjects.js';

const SHARED = [
  Changes,
  Cursors,
  Desks,
  Histories,
  Kinds,
  Lists,
  NameReader,
  NamedFiltersGuard,
  RecordReader,
  Records,
  Subjects,
];

/** What a feature keeps besides its kinds of record. */
interface Beside {
  /** Entities that are no records. */
  readonly entities?: readonly Function[];
  /** Their tables that inputs refer to, by the word for one row: `{ leg: 'event_legs' }`. */
  readonly referred?: Readonly<Record<string, string>>;
}

/** What every kind of record shares; the office has it once. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [ChangesController],
  providers: [...SHARED, { provide: ReferredTables, useExisting: Kinds }],
  exports: [...SHARED, ReferredTables],
})
export class SharedRecordsModule {}

/** The kinds of record of a feature: their tables, their histories, and what is checked at the start. */
@Module({})
export class RecordsModule {
  private static readonly declared = new WeakMap<object, readonly RecordKind[]>();

  /** The kinds of record of some features: what their modules take in. */
  static kindsOf(features: readonly Type<object>[]): RecordKind[] {
    const imported = features.flatMap(
      (feature) => (Reflect.getMetadata('imports', feature) ?? []) as readonly object[],
    );
    return imported.flatMap((module) => RecordsModule.declared.get(module) ?? []);
  }

  static of(kinds: readonly RecordKind[], { entities = [], referred }: Beside = {}): DynamicModule {
    const declared: Provider = {
      provide: Symbol(kinds.map(({ name }) => name).join(', ')),
      inject: [Kinds],
      useFactory: (known: Kinds) => known.add(kinds, referred),
    };
    const module: DynamicModule = {
      module: RecordsModule,
      imports: [TypeOrmModule.forFeature([...kinds.map(({ entity }) => entity), ...entities])],
      controllers: kinds.filter(({ shapes }) => shapes).map(HistoryOf),
      providers: [declared],
    };
    RecordsModule.declared.set(module, kinds);
    return module;
  }
}
