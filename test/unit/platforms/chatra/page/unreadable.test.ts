// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';
import { wholeCapture } from '../../../page/whole-capture';

const chat = 'Wm7HqTz4RkPnB2yXc';

function read(body: string, path = `/conversations/${chat}`) {
  document.body.innerHTML = body;
  return chatraPage.read(
    document,
    Object.assign(Object.create(null), { hostname: 'app.chatra.io', pathname: path, hash: '' }),
  );
}

/** An app that has drawn itself: a list of contacts with these class names. */
const app = (item: string) => `<div class="${item}"><b></b><i></i></div>`.repeat(20);
const composer = '<div class="chat-input-area"><textarea class="chat-textarea"></textarea></div>';
const messages = '<div class="chat-message-area"><div class="chat-message">hello</div></div>';

describe('a page whose markup is not the known one', () => {
  it.each([
    ['no known name at all', `${app('c1x')}<p class="c2y">hello</p><textarea></textarea>`],
    ['the messages alone have other names', `${app('nav-item')}<p class="c2">hi</p>${composer}`],
  ])('%s: the address is all that is known, and the context says so', (_name, body) => {
    expect(read(body)).toMatchObject({ view: 'person', conversationId: chat, unreadable: true });
    Object.defineProperty(document, 'location', {
      value: { pathname: `/conversations/${chat}` },
      configurable: true,
    });
    expect(wholeCapture(chatraPage)).toEqual([]);
  });

  it.each([
    ['the known names', `${app('nav-item')}${messages}${composer}`],
    ['an empty conversation', `${app('nav-item')}<div class="chat-message-area"></div>${composer}`],
    ['an app that is still starting', '<div id="app"><p>Loading</p></div>'],
    ['an app that has drawn its list only', app('nav-item')],
  ])('%s: nothing to report', (_name, body) => {
    expect(read(body)).not.toHaveProperty('unreadable');
  });

  it('a list shows no conversation that could be unreadable', () => {
    expect(read(app('c1x'), '/conversations/my')).not.toHaveProperty('unreadable');
  });
});
