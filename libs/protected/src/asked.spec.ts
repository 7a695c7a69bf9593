import { describe, expect, it } from '@jest/globals';
import { readReason } from './asked.js';

const asHeader = (text: string): string => Buffer.from(text).toString('latin1');

describe('the reason of who asks', () => {
  it.each([
    ['visa office', 'visa office'],
    ['  visa office ', 'visa office'],
    [asHeader('办理签证'), '办理签证'],
    [asHeader('visita del città'), 'visita del città'],
    ['citt\u00e0', 'città'],
    ["UTF-8''citt%C3%A0", 'città'],
    ["utf-8'zh'%E7%AD%BE%E8%AF%81", '签证'],
    ["it's 5% more", "it's 5% more"],
    ['a'.repeat(500), 'a'.repeat(500)],
    [asHeader('证'.repeat(500)), '证'.repeat(500)],
  ])('is read in any script: %j', (header, reason) => {
    expect(readReason(header)).toBe(reason);
  });

  it.each([
    undefined,
    '',
    '   ',
    'a'.repeat(501),
    'a\tb\u0007',
    "UTF-8''%ZZ",
    "UTF-8''a%0Ab",
    "UTF-8''%E2%80%8B",
  ])('is missing where it cannot be kept: %j', (header) => {
    expect(readReason(header)).toBeNull();
  });
});
