import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { RouteAccess } from '#identity';
import { invalid } from '#refusals';

/**
 * Refuses parameters of a route that takes none, as those are refused elsewhere that a query does not know: whoever asks
 * a write to be tried only does not have it done. What is open to anybody passes over them: those who follow an address
 * append some of their own.
 */
@Injectable()
export class UnaskedQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    if (names.length === 0) return true;
    if ((routeOptions.config as RouteAccess).open || takesQuery(context)) return true;
    throw invalid(
      names.map((name) => ({
        pointer: `?${name}`,
        detail: `There is no parameter ${name} here.`,
        code: 'unknown-field',
      })),
    );
  }
}

/** Whether a route says what its query holds: that is judged by its class. */
function takesQuery(context: ExecutionContext): boolean {
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return Object.keys(taken ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
