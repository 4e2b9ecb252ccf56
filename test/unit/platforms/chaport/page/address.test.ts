// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chaportPage } from '../../../../../lib/platforms/chaport/page/adapter';
import { at, hex, uuid } from './chaport-page';

const read = (hash: string) => chaportPage.read(document, at(hash));

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('address', () => {
  it.each([
    [`#/chats/${uuid}/1700000000000`, { contactId: uuid, conversationId: '1700000000000' }],
    [`#/chats/${hex}/1700000000000?x=1`, { contactId: hex, conversationId: '1700000000000' }],
    [`#/chats/${hex}`, { contactId: hex }],
    [`#/chats/${uuid}/`, { contactId: uuid }],
    ['#/chats/a%2Fb/17', { contactId: 'a/b', conversationId: '17' }],
    ['#/chats/%zz/17', { contactId: '%zz', conversationId: '17' }],
  ])('%s shows a person', (hash, ids) => {
    expect(read(hash)).toMatchObject({ view: 'person', ...ids });
  });

  it.each(['', '#/chats', '#/chats/', '#/chats/closed', '#/settings/integrations', '#/reports'])(
    '"%s" shows nobody',
    (hash) => {
      expect(read(hash)).toEqual({
        platform: 'chaport',
        view: 'none',
        hints: { emails: [], phones: [] },
        composer: 'none',
      });
    },
  );

  it('tells a signed-out page by address or form', () => {
    expect(read('#/login').view).toBe('signed-out');
    document.body.innerHTML =
      '<form><input name="email"><input name="password"><input type="submit"></form>';
    expect(read(`#/chats/${hex}/1`).view).toBe('signed-out');
  });
});
