import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import createRouter, { type HTTPMethod } from 'find-my-way';

const METHODS: HTTPMethod[] = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'];

/** Every route of the server, to tell a wrong method from a wrong address. */
@Injectable()
export class Routes {
  private readonly router = createRouter();

  /** Follows the routes that are added to a server from now on. */
  follow(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      for (const known of [method].flat() as HTTPMethod[]) {
        if (!this.router.hasRoute(known, url)) this.router.on(known, url, () => {});
      }
    });
  }

  /** The methods that the address of `url` knows. */
  methodsAt(url: string): string[] {
    return METHODS.filter((method) => this.router.find(method, url.split('?')[0]!) !== null);
  }
}
