import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import createRouter, { type HTTPMethod } from 'find-my-way';
import { canLeadAnywhere } from './address-ids.js';

const METHODS = 'GET HEAD POST PATCH PUT DELETE OPTIONS PROPFIND REPORT'.split(' ') as HTTPMethod[];

/** Every route of the server, to tell a wrong method from a wrong address. */
@Injectable()
export class Routes {
  private readonly router = createRouter();

  /** Follows the routes that are added to a server from now on. */
  follow(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url, config }) => {
      // What answers the browsers of other origins stands at every address, and is no route of any.
      if (url === '*') return;
      for (const known of [method].flat() as HTTPMethod[]) {
        if (!this.router.hasRoute(known, url)) this.router.on(known, url, () => {}, config);
      }
    });
  }

  /** What is set on the route that a request would come to, and the parameters of its address. */
  find(
    method: string,
    url: string,
  ): { settings: object; parameters: Record<string, string | undefined> } | null {
    const found = this.router.find(method as HTTPMethod, url);
    return found && { settings: (found.store as object | null) ?? {}, parameters: found.params };
  }

  /** The methods that the address of `url` knows: none for which a word of it would have to be an id that it is not. */
  methodsAt(url: string): string[] {
    return METHODS.filter((method) => {
      const found = this.router.find(method, url.split('?')[0]!);
      return found !== null && canLeadAnywhere(found.params as Record<string, string>);
    });
  }
}
