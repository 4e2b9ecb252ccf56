// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';
import { at } from './chatra-page';

describe('recognises', () => {
  it.each([
    ['app.chatra.io', '/conversations', true],
    ['eu.app.chatra.io', '/conversations', true],
    ['app.chatra.io', '/api/clients/x', false],
    ['chat.chatra.io', '/', false],
    ['call.chatra.io', '/', false],
    ['app.chatra.io.evil.test', '/', false],
    ['evilapp.chatra.io', '/', false],
  ])('%s%s: %s', (host, path, expected) => {
    expect(chatraPage.recognises(document, at(path, host))).toBe(expected);
  });
});
