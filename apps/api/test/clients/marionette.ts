import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

type Reply = readonly [kind: 1, id: number, error: { message: string } | null, result: unknown];

/** Drives Thunderbird by the protocol of its own tests: JSON behind its length, one answer for each question. */
export class Marionette {
  #asked = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly messages: AsyncIterator<unknown>,
  ) {}

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const messages = readMessages(socket);
    // It introduces itself.
    await messages.next();
    const marionette = new Marionette(socket, messages);
    await marionette.ask('WebDriver:NewSession', {});
    await marionette.ask('Marionette:SetContext', { value: 'chrome' });
    return marionette;
  }

  /** Runs a script as a part of the program itself; gives what it returns, or promises. */
  async run<T>(script: string, ...args: readonly string[]): Promise<T> {
    const { value } = (await this.ask('WebDriver:ExecuteScript', { script, args })) as { value: T };
    return value;
  }

  close(): void {
    this.socket.destroy();
  }

  private async ask(command: string, parameters: object): Promise<unknown> {
    const text = JSON.stringify([0, ++this.#asked, command, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { done, value } = await this.messages.next();
    if (done) throw new Error(`${command} was not answered`);
    const [, , error, result] = value as Reply;
    if (error) throw new Error(`${command}: ${error.message}`);
    return result;
  }
}

async function* readMessages(socket: Socket): AsyncGenerator<unknown, void> {
  let read = Buffer.alloc(0);
  for await (const piece of socket) {
    read = Buffer.concat([read, piece as Buffer]);
    for (let text = firstOf(read); text; text = firstOf(read)) {
      yield JSON.parse(text.toString());
      read = read.subarray(read.indexOf(':') + 1 + text.length);
    }
  }
}

function firstOf(read: Buffer): Buffer | undefined {
  const start = read.indexOf(':') + 1;
  const end = start + Number(read.toString('latin1', 0, start - 1));
  return start > 0 && read.length >= end ? read.subarray(start, end) : undefined;
}
