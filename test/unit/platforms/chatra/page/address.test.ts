// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';
import { at, chat, read } from './chatra-page';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('address', () => {
  it.each([`/conversations/${chat}`, `/conversations/${chat}/`, `/conversations/${chat}/info`])(
    '%s shows a person',
    (path) => {
      const context = chatraPage.read(document, at(path));
      expect(context).toMatchObject({ view: 'person', conversationId: chat });
    },
  );

  it.each([
    '/',
    '/conversations',
    '/conversations/my',
    '/conversations/mychat',
    `/conversations/${chat}x`,
    '/conversations/0m7HqTz4RkPnB2yXc',
    '/chat/box:my',
    '/settings/preferences',
  ])('%s shows nobody', (path) => {
    expect(chatraPage.read(document, at(path))).toEqual({
      platform: 'chatra',
      view: 'none',
      hints: { emails: [], phones: [] },
      composer: 'none',
    });
  });

  it('tells the sign-in page', () => {
    expect(read('<input id="signin-email">').view).toBe('signed-out');
  });
});
