import {
  type ExecutionContext,
  Injectable,
  type PipeTransform,
  type Type,
  createParamDecorator,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type FieldError, Refusal, assertValid, invalid } from '#refusals';
import { escapePointer } from './field-errors.js';
import { factsOfFields, fieldNames } from './field-facts.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { judgeInput } from './input.pipe.js';
import { setOnRoute } from './route-settings.js';

/** A route whose body no refusal may quote, not even the names that stand in it. */
export const TakesSecrets = (): MethodDecorator & ClassDecorator => setOnRoute({ secret: true });

/** Whether a request came to a route whose body is not quoted. */
export function isSecret({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { secret?: boolean }).secret === true;
}

/** Refuses a body that cannot be read, without a word of it. */
export function unreadableSecret(): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['request.malformed-json'],
    'The body is not JSON in UTF-8, or has more of it than can be accepted.',
  );
}

const Sent = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ body: unknown }>().body,
);

/** The body of a route that `TakesSecrets`, as the class of its input: its parameter is declared as an interface. */
export const SecretBody = (input: Type<object>): ParameterDecorator => Sent(new SecretBodyPipe(input));

/** Judges a body as `InputPipe` does, and tells what is wrong by the names of fields that there are. */
@Injectable()
class SecretBodyPipe implements PipeTransform {
  constructor(private readonly input: Type<object>) {}

  async transform(given: unknown): Promise<object> {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw invalid([{ pointer: '', detail: 'The body must be a JSON object.', code: 'object' }]);
    const { input, faults } = await judgeInput(this.input, given);
    assertValid(faults.map((fault) => withoutNames(fault, this.input)));
    return input;
  }
}

/** A fault that names no field which the caller has invented. */
function withoutNames(fault: FieldError, input: Type<object>): FieldError {
  const pointer = knownPart(fault.pointer, input);
  if (pointer === fault.pointer) return fault;
  return { pointer, detail: 'There is a field here that is not known.', code: 'unknown-field' };
}

function knownPart(pointer: string, input: Type<object>): string {
  const [name] = pointer.split('/').slice(1);
  const known = fieldNames(input).find((field) => escapePointer(field) === name);
  if (known === undefined) return '';
  const whole = factsOfFields(input).find(({ property, object }) => property === known && object);
  const rest = pointer.slice(known.length + 1);
  return whole ? `/${known}${knownPart(rest, whole.object!())}` : `/${known}`;
}
