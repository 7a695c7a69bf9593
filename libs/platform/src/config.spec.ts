import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the address of pages for people', () => {
  it('is none, unless it is told', () => {
    expect(
      [readConfig({}), readConfig({ PUBLIC_PAGE_URL: '' })].map((config) => config.publicPageUrl),
    ).toEqual([undefined, undefined]);
  });

  it.each([
    'https://example.org/{kind}/{id}',
    'http://localhost:8080/events?kind={kind}&id={id}#{id}',
    'https://example.org/{id}/{kind}/',
  ])('may be %s', (pattern) => {
    expect(readConfig({ PUBLIC_PAGE_URL: pattern }).publicPageUrl).toBe(pattern);
  });

  it.each([
    'https://example.org/',
    'https://example.org/{id}',
    'https://example.org/{kind}',
    'https://example.org/{kind}/{id}/{slug}',
    'https://example.org/{kind}/{id}/{',
    'https://example.org/a b/{kind}/{id}',
  ])('has to hold kind and id, and nothing else in braces: %s', (pattern) => {
    expect(() => readConfig({ PUBLIC_PAGE_URL: pattern })).toThrow(
      'PUBLIC_PAGE_URL must hold {kind} and {id}, and no other braces or spaces, as in https://example.org/{kind}/{id}.',
    );
  });

  it.each([
    '/{kind}/{id}',
    'ftp://example.org/{kind}/{id}',
    'example.org/{kind}/{id}',
    'javascript:{kind}{id}',
  ])('has to be an address: %s', (pattern) => {
    expect(() => readConfig({ PUBLIC_PAGE_URL: pattern })).toThrow(
      'PUBLIC_PAGE_URL must be an address that starts with http:// or https://.',
    );
  });
});

describe('the time that a request may take', () => {
  it('is ten seconds unless it is told, and every other limit follows from it', () => {
    const [usual, told] = [readConfig({}), readConfig({ REQUEST_TIMEOUT: '20' })].map(({ limits }) => limits);
    expect([usual!.statement, told!.statement]).toEqual([8000, 16000]);
    expect([usual!.shutdown, told!.shutdown]).toEqual([6000, 12000]);
  });

  it.each(['0', '601', '1.5', 'long'])('is not %s', (seconds) => {
    expect(() => readConfig({ REQUEST_TIMEOUT: seconds })).toThrow(
      'REQUEST_TIMEOUT must be a whole number from 1 to 600.',
    );
  });
});
