import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '../programs.js';
import { type DesktopProgram, type Kept, type OpenProgram, startIn } from './desktop-program.js';
import { Marionette } from './marionette.js';

/** Thunderbird without a screen. */
export const THUNDERBIRD: DesktopProgram = {
  name: 'Thunderbird',
  packages: ['thunderbird'],
  open,
};

const PROGRAM = '/usr/lib/thunderbird/thunderbird';

/** A free port, which it writes down in its profile. */
const SETTINGS = 'user_pref("marionette.port", 0);\n';

const CALENDARS = `
const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs');
const calendars = () => cal.manager.getCalendars().filter(({ type }) => type === 'caldav');
`;

/** What the dialogue “New calendar, On the network” does. */
const DISCOVER = `${CALENDARS}
const [url, password] = arguments;
// Driven by others, Thunderbird keeps no passwords unless it is told to.
Services.prefs.setBoolPref('signon.rememberSignons', true);
return cal.provider.detection.detect('anybody', password, url, true, [], {}).then((found) => {
  for (const calendar of [...found.values()].flat()) {
    calendar.setProperty('cache.enabled', true);
    cal.manager.registerCalendar(calendar);
  }
});
`;

const REFRESH = `${CALENDARS}
const programme = calendars().find(({ name }) => name.endsWith(': Programme'));
programme.refresh();
return programme.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null).then((items) => ({
  calendars: calendars().map(({ name }) => name).sort(),
  readOnly: programme.readOnly,
  entries: items.map(({ id, title, status }) => [id, title, status]).sort(),
}));
`;

async function open(folder: string, url: string, password: string): Promise<OpenProgram> {
  await writeFile(join(folder, 'user.js'), SETTINGS);
  const words = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
  const { child, said, ended } = startIn(folder, PROGRAM, [...words, '--profile', folder]);
  child.stdout.resume();
  const end = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    const dead = ended.then(() => Promise.reject(new Error(`Thunderbird ended: ${said()}`)));
    const thunderbird = await Marionette.connect(await Promise.race([findPort(folder), dead]));
    await thunderbird.run(DISCOVER, `${url}/`, password);
    return { refresh: () => thunderbird.run<Kept>(REFRESH), close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function findPort(folder: string): Promise<number> {
  let port = 0;
  await waitUntil(async () => {
    port = Number(await readFile(join(folder, 'MarionetteActivePort'), 'utf8').catch(() => 0));
    return port > 0;
  });
  return port;
}
