// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chatwootPage } from '../../../../../lib/platforms/chatwoot/page/adapter';
import { at, config, documentWith } from './chatwoot-page';

beforeEach(() => {
  at('/');
});

describe('recognises', () => {
  it.each([
    '/app',
    '/app/login',
    '/app/accounts/1/conversations/5',
    '/app/accounts/1/settings/labels',
  ])('the dashboard at %s', (path) => {
    expect(chatwootPage.recognises(documentWith(config), at(path))).toBe(true);
  });

  it.each(['/widget', '/survey/responses/1', '/hc/help/en', '/super_admin', '/application', '/'])(
    'not %s of the same host',
    (path) => {
      expect(chatwootPage.recognises(documentWith(config), at(path))).toBe(false);
    },
  );

  it.each([
    [
      'a website with the widget',
      '<script>window.chatwootSettings = {}; window.chatwootSDK.run()</script>',
    ],
    ['a website that speaks of it', '<script>if (window.chatwootConfig) {}</script>'],
    ['another application', '<script>window.globalConfig = {"APP_VERSION":"4"}</script>'],
    ['a page without scripts', '<title>Chatwoot</title>'],
  ])('not %s', (_, head) => {
    expect(chatwootPage.recognises(documentWith(head), at('/app/accounts/1/conversations/5'))).toBe(
      false,
    );
  });
});
