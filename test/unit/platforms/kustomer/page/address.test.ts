// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { CONVERSATION, CUSTOMER } from '../fakes';
import { read } from './kustomer-page';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('address', () => {
  it.each([
    [`/app/customers/${CUSTOMER}`, CUSTOMER, undefined],
    [`/app/customers/${CUSTOMER}/`, CUSTOMER, undefined],
    [`/app/customers/${CUSTOMER.toUpperCase()}/event/${CONVERSATION}`, CUSTOMER, CONVERSATION],
    [`/app/customers/${CUSTOMER}/event/${CONVERSATION}/reply?x=1#y`, CUSTOMER, CONVERSATION],
    [`/app/customers/${CUSTOMER}/event/short`, CUSTOMER, undefined],
    [`/app/search/abc/customers/${CUSTOMER}/event/${CONVERSATION}`, CUSTOMER, CONVERSATION],
    [`/app/conversations/${CONVERSATION}`, undefined, CONVERSATION],
  ])('%s shows a person', (path, contactId, conversationId) => {
    expect(read(path)).toMatchObject({ platform: 'kustomer', view: 'person' });
    expect(read(path).contactId).toBe(contactId);
    expect(read(path).conversationId).toBe(conversationId);
  });

  it.each([
    '/',
    '/app',
    '/app/customers',
    `/app/customers/${CUSTOMER}0`,
    '/app/customers/66a0000000000000000000zz',
    '/app/search/66a000000000000000000051',
    `/app/users/status?u=${CUSTOMER}`,
    '/app/settings/api_keys',
  ])('%s shows nobody, and no composer whose owner could be told', (path) => {
    document.body.innerHTML = `<button aria-pressed="true">Reply</button>
      <div class="DraftEditor-root">
        <div contenteditable="true"><div data-contents="true"></div></div>
      </div>`;
    expect(read(`/app/customers/${CUSTOMER}`).composer).toBe('reply');
    expect(read(path)).toMatchObject({ view: 'none', hints: { emails: [], phones: [] } });
    expect(read(path).composer).toBe('none');
    expect(read(path).composerState).toBeUndefined();
  });

  it('asks to log in first', () => {
    expect(read('/login').view).toBe('signed-out');
  });
});
