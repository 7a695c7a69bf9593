import { describe, expect, it } from '@jest/globals';
import { Global, Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AgendasModule, ITEMS_BY_PARTICIPANT, ITEM_CONFLICTS, ITEM_PARTICIPANTS } from '#agendas';
import { DelegationsModule } from '#delegations';
import { DirectoryModule, PLACE_ZONES, SIMILAR_RECORDS } from '#directory';
import { EVENTS_BY_DELEGATION, EVENTS_BY_ITEM, EVENTS_BY_PARTICIPANT, EventsModule } from '#events';
import { ParticipantsModule } from '#participants';
import { readConfig } from '#platform';
import { SourcesModule } from '#sources';
import { OfficeModule } from './office.module.js';

/** What each is told by a feature above it. */
const TOLD = {
  PLACE_ZONES,
  SIMILAR_RECORDS,
  EVENTS_BY_ITEM,
  EVENTS_BY_PARTICIPANT,
  EVENTS_BY_DELEGATION,
  ITEMS_BY_PARTICIPANT,
  ITEM_CONFLICTS,
  ITEM_PARTICIPANTS,
};

/** Composes an app of some features, and of what sources say of their records. */
function compose(features: readonly Type<object>[]): Promise<void> {
  return composeAlone([...new Set([SourcesModule, ...features])]);
}

/** Composes an app of some features; it never opens its database. */
async function composeAlone(features: readonly Type<object>[]): Promise<void> {
  const office = OfficeModule.of(readConfig({}), 'postgres://nobody@127.0.0.1:1/nothing', features);
  const app = await NestFactory.createApplicationContext(office, { logger: false, abortOnError: false });
  await app.close();
}

/** Tells what other features would tell, all but one thing. */
function tellAllBut(token: symbol): Type<object> {
  const others = Object.values(TOLD).filter((one) => one !== token);
  const providers: Provider[] = others.map((provide) => ({ provide, useValue: () => '' }));
  @Global()
  @Module({ providers, exports: others })
  class Told {}
  return Told;
}

describe('an app of the office', () => {
  it('starts with all its features', async () => {
    const features = (await import('./office.module.js')).FEATURES;
    await expect(compose(features)).resolves.toBeUndefined();
  });

  it('does not start with places alone, whose zones nobody follows', async () => {
    await expect(compose([DirectoryModule, tellAllBut(PLACE_ZONES)])).rejects.toThrow('PLACE_ZONES');
  });

  it('does not start with a directory of which nobody tells what may be the same', async () => {
    const told = tellAllBut(SIMILAR_RECORDS);
    await expect(compose([DirectoryModule, told])).rejects.toThrow('SIMILAR_RECORDS');
  });

  it('does not start with records of which nobody tells what sources say', async () => {
    const told = tellAllBut(Symbol('nothing'));
    await expect(composeAlone([DirectoryModule, told])).rejects.toThrow('CITED_RECORDS');
  });

  it.each(['EVENTS_BY_ITEM', 'EVENTS_BY_PARTICIPANT', 'EVENTS_BY_DELEGATION'] as const)(
    'does not start with events alone, which nobody tells of %s',
    async (name) => {
      await expect(compose([EventsModule, tellAllBut(TOLD[name])])).rejects.toThrow(name);
    },
  );

  it.each([
    ['agendas', AgendasModule, 'ITEM_CONFLICTS'],
    ['agendas', AgendasModule, 'ITEMS_BY_PARTICIPANT'],
    ['agendas', AgendasModule, 'ITEM_PARTICIPANTS'],
    ['participants', ParticipantsModule, 'ITEM_CONFLICTS'],
  ] as const)('does not start with %s that nobody tells of %3$s', async (_, feature, name) => {
    await expect(compose([EventsModule, feature, tellAllBut(TOLD[name])])).rejects.toThrow(name);
  });

  it('does not start where records refer to a kind that it does not have', async () => {
    const told = tellAllBut(Symbol('nothing'));
    await expect(compose([DelegationsModule, told])).rejects.toThrow(
      /refers to “\w+”, which this app does not have/,
    );
  });
});
