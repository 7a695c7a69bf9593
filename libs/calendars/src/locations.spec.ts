import { describe, expect, it } from '@jest/globals';
import { locationOf, locationOfEvent } from './locations.js';

const hall = { kind: 'room', name: 'Hall B', address: null };
const centre = { kind: 'venue', name: 'Convention Center', address: 'Via Roma 1' };
const rome = { kind: 'city', name: 'Rome', address: null };
const district = { kind: 'district', name: 'Trastevere', address: null };
const italy = { kind: 'country', name: 'Italy', address: null };

describe('the location of a place', () => {
  it.each([
    ['a room in a venue', [hall, centre, rome], 'Hall B, Convention Center, Via Roma 1, Rome'],
    ['a venue', [centre, rome], 'Convention Center, Via Roma 1, Rome'],
    ['a venue in a district', [centre, district, rome], 'Convention Center, Via Roma 1, Rome'],
    ['a city', [rome], 'Rome'],
    ['a district', [district, rome], 'Trastevere, Rome'],
    ['a country', [italy], 'Italy'],
    ['a venue that lies in no city', [centre, italy], 'Convention Center, Via Roma 1'],
    [
      'a room with an address of its own',
      [{ ...hall, address: 'Gate 2' }, centre, rome],
      'Hall B, Convention Center, Gate 2, Rome',
    ],
    [
      'a room called as its venue',
      [{ ...hall, name: 'Convention Center' }, centre],
      'Convention Center, Via Roma 1',
    ],
    ['a city with an address', [{ ...rome, address: 'Campidoglio' }], 'Campidoglio, Rome'],
  ])('of %s', (_, way, location) => {
    expect(locationOf({ latitude: null, longitude: null, way })).toBe(location);
  });

  it.each([
    ['Via Coroglio 104, Naples', false],
    ['Via Coroglio 104\n80124 NAPLES', false],
    ['80124 Naples; Italy', false],
    ['Naples Street 1', true],
    ['Via Coroglio 104', true],
  ])('names the city where the address does not: %j', (address, isNamed) => {
    const way = [
      { ...centre, address },
      { ...rome, name: 'Naples' },
    ];
    const location = locationOf({ latitude: null, longitude: null, way });
    expect(location).toBe(`Convention Center, ${address}${isNamed ? ', Naples' : ''}`);
  });
});

describe('the location of an event', () => {
  it('is its place, or else those of its legs, each once', () => {
    const place = { latitude: null, longitude: null, way: [rome] };
    const stops = ['Naples', 'Rome', 'Naples'];
    expect(locationOfEvent({ place, stops })).toBe('Rome');
    expect(locationOfEvent({ place: null, stops })).toBe('Naples, Rome');
    expect(locationOfEvent({ place: null, stops: [] })).toBe('');
  });
});
