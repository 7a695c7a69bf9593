import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { invalid } from '#refusals';

interface Patching {
  readonly method: string;
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>> | null;
}

/** Refuses a patch that would set a status, and says at which address it is moved. */
export class MovedStatusGuard implements CanActivate {
  /** @param property the field that holds the status */
  constructor(private readonly property: string) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, url, body } = context.switchToHttp().getRequest<Patching>();
    if (method === 'PATCH' && body?.[this.property] !== undefined) throw this.refuse(url.split('?')[0]!);
    return true;
  }

  private refuse(address: string): Error {
    const detail = `The ${this.property} is not patched but moved: send { "to": … } to POST ${address}/transitions; GET there says what is allowed now.`;
    return invalid([{ pointer: `/${this.property}`, detail, code: 'moved-by-transition' }]);
  }
}
