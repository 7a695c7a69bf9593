import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import {
  type Caller,
  type CallingRequest,
  InputPipe,
  callerOf,
  factsOfFields,
  idsOrNamesIn,
  nameGiven,
} from '#platform';
import { type FieldError, Refusal, assertValid } from '#refusals';
import { Kinds } from '../kinds/kinds.js';
import { NAME_PROBLEMS } from './name.problems.js';
import { type Named, NameReader } from './name.reader.js';

type AskedRequest = CallingRequest & { query: Record<string, unknown> };

interface Finding extends Named {
  readonly pointer: string;
  readonly kinds: readonly string[];
  readonly given: string;
  /** Undefined where an id is given. */
  readonly name: string | undefined;
}

/** What is found where an id is given. */
const AS_GIVEN: Named = { count: 1, candidates: [] };
const NONE: Named = { count: 0, candidates: [] };

/**
 * Puts ids in the place of the names that filters give (`IdOrNameOf`), before anything reads them: what a list is asked
 * for, and the cursor of its next page, know ids only.
 */
@Injectable()
export class NamedFiltersGuard implements CanActivate {
  private readonly pipe = new InputPipe();

  constructor(
    private readonly names: NameReader,
    private readonly kinds: Kinds,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    if (!Object.values(request.query).some(mayGiveName)) return true;
    const declared = queryOf(context);
    return declared ? this.putIds(request, declared) : true;
  }

  private async putIds(request: AskedRequest, declared: Type<object>): Promise<true> {
    // Whatever else is at fault is told first: nothing has to be looked up for that.
    await this.pipe.transform(request.query, { type: 'query', metatype: declared });
    const caller = callerOf(request);
    const findings: Finding[] = [];
    for (const { property, named } of factsOfFields(declared)) {
      const value = request.query[property];
      if (!named || typeof value !== 'string') continue;
      const found = await this.find(property, named, value, caller);
      request.query[property] = found.map(({ given, candidates }) => candidates[0]?.id ?? given).join();
      findings.push(...found);
    }
    await this.refuse(findings, caller);
    return true;
  }

  private async find(
    property: string,
    kinds: readonly string[],
    value: string,
    caller: Caller,
  ): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const given of idsOrNamesIn(value)) {
      const name = nameGiven(given);
      const found = name === undefined ? AS_GIVEN : await this.readNamed(kinds, name, caller);
      findings.push({ ...found, pointer: `?${property}`, kinds, given, name });
    }
    return findings;
  }

  /** The records of this name, of the kinds that the caller may read; who has no token asks for what is public. */
  private async readNamed(kinds: readonly string[], name: string, caller: Caller): Promise<Named> {
    const readable = caller.actor ? this.readable(kinds, caller) : kinds;
    return readable.length > 0 ? this.names.readNamed(readable, name, caller) : NONE;
  }

  private readable(kinds: readonly string[], { scopes }: Caller): readonly string[] {
    const known = kinds.flatMap((kind) => this.kinds.allNamed(kind));
    const areas = (area: string): readonly string[] => (area === ':kind' ? ['visits', 'forums'] : [area]);
    return known
      .filter(({ area }) => areas(area).some((one) => scopes.includes(`${one}:read`)))
      .map(({ name }) => name);
  }

  private async refuse(findings: readonly Finding[], caller: Caller): Promise<void> {
    const unknown = findings.filter(({ count }) => count === 0);
    const errors: FieldError[] = [];
    for (const one of unknown) errors.push(await this.describeUnknown(one, caller));
    assertValid(errors);
    const ambiguous = findings.find(({ count }) => count > 1);
    if (ambiguous) throw refuseAmbiguous(ambiguous);
  }

  private async describeUnknown({ pointer, kinds, name }: Finding, caller: Caller): Promise<FieldError> {
    const readable = this.readable(kinds, caller);
    const like = readable.length > 0 ? await this.names.readLike(readable, name!, caller) : [];
    const near = like.length > 0 ? ` What comes close: ${like.map((one) => `“${one}”`).join(', ')}.` : '';
    return {
      pointer,
      detail: `There is no ${kinds.join(' or ')} with the name “${name}”.${near}`,
      code: 'unknown-name',
    };
  }
}

function refuseAmbiguous({ pointer, kinds, name, count, candidates }: Finding): Refusal {
  const detail = `“${name}” is the name of ${count} records (${kinds.join(' or ')}); give the id of the one that is meant.`;
  const errors: FieldError[] = [{ pointer, detail, code: 'ambiguous-name' }];
  return new Refusal(NAME_PROBLEMS['request.ambiguous-name'], detail, {
    errors,
    candidates,
    candidateCount: count,
  });
}

function mayGiveName(value: unknown): boolean {
  return typeof value === 'string' && /name:/i.test(value);
}

/** The class of the query of the route that is called. */
function queryOf(context: ExecutionContext): Type<object> | undefined {
  const [controller, method] = [context.getClass(), context.getHandler().name];
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const argument = Object.entries(declared).find(([key]) => key.startsWith(`${RouteParamtypes.QUERY}:`))?.[1];
  const types = Reflect.getMetadata(
    'design:paramtypes',
    controller.prototype as object,
    method,
  ) as Type<object>[];
  return argument && types[argument.index];
}
