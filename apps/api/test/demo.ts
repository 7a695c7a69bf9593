import type { Type } from '@nestjs/common';
import { Tokens } from '#identity';
import { loadDemo } from '../../cli/src/demo/demo.contents.js';
import type { Office } from './office.js';
import type { Story } from './stories/stories.js';

/** Loads what `npm run demo` shows into an office, as it does, with those of the stories that are asked for. */
export async function openDemo(office: Office, ...stories: readonly Story[]): Promise<void> {
  const server = { url: office.url, get: <T>(type: Type<T>): T => office.provider(type) };
  const { token } = await office.provider(Tokens).create({ label: 'Demo', role: 'admin', days: 36_500 });
  await loadDemo(server, token, { stories: stories.map((story) => `demo/${story}.yaml`) });
}
