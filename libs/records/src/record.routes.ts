import { Body, Delete, Get, HttpCode, Patch, Post, Query, type Type, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { AddressWithin, describeRoutes } from './address.js';
import type { At, RoutedKind } from './kinds/record-kind.js';
import { ReadQuery } from './pages/list-query.dto.js';
import { TransitionDto, TransitionsView } from './record.dto.js';
import type { RecordEntity } from './record.entity.js';
import { MovedStatusGuard } from './transitions/moved-status.guard.js';

/** Who reads a kind of record. */
interface Reads<Q, V, L> {
  list(at: At, query: Q, caller: Caller): Promise<Json<L>>;
  read(at: At, caller: Caller): Promise<Json<V>>;
  readTransitions(at: At, caller: Caller): Promise<Json<TransitionsView>>;
}

/** Who changes it. */
interface Changes<P, V> {
  patch(at: At, match: Precondition, patch: P, caller: Caller): Promise<Json<V>>;
  archive(at: At, match: Precondition, caller: Caller): Promise<void>;
  restore(at: At, match: Precondition | null, caller: Caller): Promise<Json<V>>;
  move(at: At, match: Precondition | null, move: TransitionDto, caller: Caller): Promise<Json<V>>;
}

/** Who writes it. */
interface Writes<C, P, V> extends Changes<P, V> {
  record(at: At, input: C, caller: Caller): Promise<Json<V>>;
}

/** The route that records one. */
interface Creates<C, V> {
  create(at: At, input: C, caller: Caller): Promise<Json<V>>;
}

/** The routes of one kind of record. */
type RouteController<C, P, Q, V, L> = new (
  reads: Reads<Q, V, L>,
  writes: Writes<C, P, V>,
) => Reads<Q, V, L> & Creates<C, V> & Changes<P, V>;

/**
 * The six routes that every kind of record has, and the two of its lifecycle where it has one. A controller extends
 * them and adds its own; it is decorated with the address of the kind.
 * @param reads who reads the kind, and `writes` who writes it: both are injected
 */
export function RecordRoutes<T extends RecordEntity, C, P, Q, V, L>(
  kind: RoutedKind<T, C, P, Q, V, L>,
  reads: Type<Reads<Q, V, L>>,
  writes: Type<Writes<C, P, V>>,
): RouteController<C, P, Q, V, L> {
  const routes = kind.lifecycle ? withMoves(sixRoutes(kind), kind) : sixRoutes(kind);
  Reflect.defineMetadata('design:paramtypes', [reads, writes], routes);
  return routes;
}

function sixRoutes<C, P, Q, V, L>({
  tag,
  area,
  address,
  within,
  says,
  shapes,
}: RoutedKind<RecordEntity, C, P, Q, V, L>): RouteController<C, P, Q, V, L> {
  @ApiTags(tag)
  @InArea(area)
  class RecordController {
    constructor(
      protected readonly reads: Reads<Q, V, L>,
      protected readonly writes: Writes<C, P, V>,
    ) {}

    @Get()
    @ApiOperation({ summary: says.list })
    @ApiOkResponse({ type: shapes.page })
    list(@AddressWithin(within) at: At, @Query() query: Q, @By() caller: Caller): Promise<Json<L>> {
      return this.reads.list(at, query, caller);
    }

    @Get(':id')
    @ApiOperation({ summary: says.read })
    @ApiOkResponse({ type: shapes.view })
    read(
      @AddressWithin(within) at: At,
      @By() caller: Caller,
      // What it says is known of the caller.
      @Query() _query?: ReadQuery,
    ): Promise<Json<V>> {
      return this.reads.read(at, caller);
    }

    @Post()
    @ApiOperation({ summary: says.create })
    @ApiCreatedResponse({ type: shapes.created ?? shapes.view })
    create(@AddressWithin(within) at: At, @Body() input: C, @By() caller: Caller): Promise<Json<V>> {
      return this.writes.record(at, input, caller);
    }

    @Patch(':id')
    @ApiOperation({ summary: says.patch })
    @ApiOkResponse({ type: shapes.view })
    patch(
      @AddressWithin(within) at: At,
      @IfMatch() match: Precondition,
      @Body() patch: P,
      @By() caller: Caller,
    ): Promise<Json<V>> {
      return this.writes.patch(at, match, patch, caller);
    }

    @Delete(':id')
    @HttpCode(204)
    @ApiOperation({ summary: says.archive })
    @ApiNoContentResponse()
    archive(
      @AddressWithin(within) at: At,
      @IfMatch() match: Precondition,
      @By() caller: Caller,
    ): Promise<void> {
      return this.writes.archive(at, match, caller);
    }

    @Post(':id/restore')
    @HttpCode(200)
    @ApiOperation({ summary: says.restore })
    @ApiOkResponse({ type: shapes.view })
    restore(
      @AddressWithin(within) at: At,
      @MayMatch() match: Precondition | null,
      @By() caller: Caller,
    ): Promise<Json<V>> {
      return this.writes.restore(at, match, caller);
    }

    readTransitions(at: At, caller: Caller): Promise<Json<TransitionsView>> {
      return this.reads.readTransitions(at, caller);
    }

    move(at: At, match: Precondition | null, move: TransitionDto, caller: Caller): Promise<Json<V>> {
      return this.writes.move(at, match, move, caller);
    }
  }
  describeRoutes(RecordController, address, ['list', 'create'], ['read', 'patch', 'archive', 'restore']);
  // The compiler keeps no types of type parameters; the pipe and the documentation read them here.
  setTypes(RecordController, 'list', [Object, shapes.query, Object]);
  setTypes(RecordController, 'create', [Object, shapes.create, Object]);
  setTypes(RecordController, 'patch', [Object, Object, shapes.patch, Object]);
  return RecordController;
}

function withMoves<C, P, Q, V, L>(
  base: RouteController<C, P, Q, V, L>,
  kind: RoutedKind<RecordEntity, C, P, Q, V, L>,
): RouteController<C, P, Q, V, L> {
  @UseGuards(new MovedStatusGuard(kind.statusProperty))
  @InArea(kind.area)
  class MovingRecordController extends base {
    @Get(':id/transitions')
    @ApiOperation({ summary: kind.says.transitions })
    @ApiOkResponse({ type: TransitionsView })
    override readTransitions(
      @AddressWithin(kind.within) at: At,
      @By() caller: Caller,
      @Query() _query?: ReadQuery,
    ): Promise<Json<TransitionsView>> {
      return super.readTransitions(at, caller);
    }

    @Post(':id/transitions')
    @HttpCode(200)
    @ApiOperation({ summary: kind.says.move })
    @ApiOkResponse({ type: kind.shapes.view })
    override move(
      @AddressWithin(kind.within) at: At,
      @MayMatch() match: Precondition | null,
      @Body() move: TransitionDto,
      @By() caller: Caller,
    ): Promise<Json<V>> {
      return super.move(at, match, move, caller);
    }
  }
  setTypes(MovingRecordController, 'move', [Object, Object, kind.shapes.move ?? TransitionDto, Object]);
  describeRoutes(MovingRecordController, kind.address, [], ['readTransitions', 'move']);
  return MovingRecordController;
}

function setTypes(controller: Type<object>, method: string, types: readonly unknown[]): void {
  Reflect.defineMetadata('design:paramtypes', types, controller.prototype as object, method);
}
