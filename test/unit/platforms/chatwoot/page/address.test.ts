// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageContextSchema } from '../../../../../lib/model/page';
import { chatwootPage } from '../../../../../lib/platforms/chatwoot/page/adapter';
import { at, config, documentWith } from './chatwoot-page';

beforeEach(() => {
  at('/');
});

describe('read: the address', () => {
  const a = '/app/accounts/3';
  it.each([
    [`${a}/conversations/12`, { conversationId: '12' }],
    [`${a}/conversations/12/`, { conversationId: '12' }],
    [`${a}/conversations/12?messageId=99#x`, { conversationId: '12' }],
    [`${a}/inbox/2/conversations/12`, { conversationId: '12' }],
    [`${a}/label/vip-kunde/conversations/12`, { conversationId: '12' }],
    [`${a}/label/m%C3%A4rz/conversations/12`, { conversationId: '12' }],
    [`${a}/team/4/conversations/12`, { conversationId: '12' }],
    [`${a}/custom_view/4/conversations/12`, { conversationId: '12' }],
    [`${a}/mentions/conversations/12`, { conversationId: '12' }],
    [`${a}/unattended/conversations/12`, { conversationId: '12' }],
    [`${a}/participating/conversations/12`, { conversationId: '12' }],
    [`${a}/inbox-view/conversation/12`, { conversationId: '12' }],
    [`${a}/contacts/41`, { contactId: '41' }],
    [`${a}/contacts/41/segments/2`, { contactId: '41' }],
    [`${a}/contacts/41/labels/vip`, { contactId: '41' }],
  ])('shows a person: %s', (path, ids) => {
    const context = chatwootPage.read(documentWith(config), at(path));
    expect(context).toEqual({
      platform: 'chatwoot',
      view: 'person',
      account: '3',
      ...ids,
      hints: { emails: [], phones: [] },
      composer: 'none',
      version: '4.15.1',
    });
    expect(v.is(pageContextSchema, context)).toBe(true);
  });

  it.each([
    'dashboard',
    'inbox/2',
    'label/vip',
    'team/4',
    'custom_view/4',
    'mentions/conversations',
    'unattended/conversations',
    'participating/conversations',
    'inbox-view',
    'inbox-view/88',
    'contacts',
    'contacts/active',
    'contacts/segments/2',
    'contacts/labels/vip',
    'contacts/custom_view/4',
    'labels/vip/contacts',
    'companies',
    'companies/5',
    'search/all',
    'notifications',
    'settings/inboxes/2',
    'reports/overview',
    'campaigns/ongoing',
    'captain/assistants',
    'conversations/undefined',
    'conversations/12/extra',
    'conversations/1234567890123456789012345678901',
  ])('shows nobody: %s', (place) => {
    const context = chatwootPage.read(documentWith(config), at(`${a}/${place}`));
    expect(context).toMatchObject({ view: 'none', account: '3', composer: 'none' });
    expect(context.conversationId ?? context.contactId).toBeUndefined();
  });

  it.each(['/app/login', '/app/auth/signup', '/app/auth/reset/password'])(
    'is signed out: %s',
    (path) => {
      expect(chatwootPage.read(documentWith(config), at(path)).view).toBe('signed-out');
    },
  );

  it('has no account outside of accounts', () => {
    const context = chatwootPage.read(documentWith(config), at('/app'));
    expect(context).toMatchObject({ view: 'none', account: undefined });
  });
});
