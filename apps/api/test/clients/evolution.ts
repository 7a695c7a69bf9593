import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type DesktopProgram, type Kept, type OpenProgram, startIn } from './desktop-program.js';

const SCRIPT = join(import.meta.dirname, '../../../../../apps/api/test/clients/read_by_evolution.py');

/** The server of data behind Evolution and GNOME Calendar. */
export const EVOLUTION: DesktopProgram = {
  name: "Evolution's data server",
  packages: ['evolution-data-server', 'gir1.2-ecal-2.0', 'python3-gi', 'dbus-daemon'],
  open,
};

async function open(folder: string, url: string, password: string): Promise<OpenProgram> {
  const words = ['--', '/usr/bin/python3', SCRIPT, `${url}/`, password];
  const { child, said, ended } = startIn(folder, 'dbus-run-session', words);
  const told = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    refresh: async () => {
      child.stdin.write('\n');
      const { done, value } = await told.next();
      if (done) throw new Error(`Evolution's data server ended: ${said()}`);
      return JSON.parse(value) as Kept;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
