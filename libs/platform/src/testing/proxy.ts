import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** A way to a server that can fall silent, as a machine does that stops: connections stay open, and nothing comes. */
export interface Proxy {
  /** The address of the server by this way. */
  readonly url: string;
  fallSilent(): void;
  speakAgain(): void;
  drop(): Promise<void>;
}

/** Opens a way to the server of an address such as postgres://… */
export async function openProxy(url: string): Promise<Proxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of join(near, far)) {
      sockets.add(socket.once('close', () => sockets.delete(socket)));
      if (isSilent) socket.pause();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const setSilent = (silent: boolean): void => {
    isSilent = silent;
    for (const socket of sockets) socket[silent ? 'pause' : 'resume']();
  };
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${own}` }).href,
    fallSilent: () => setSilent(true),
    speakAgain: () => setSilent(false),
    drop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Hands on what either says, and takes both away together. */
function join(near: Socket, far: Socket): readonly Socket[] {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on('data', (bytes) => to.write(bytes));
    from.on('error', () => undefined);
    from.on('close', () => to.destroy());
  }
  return [near, far];
}
