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

describe('what tells a pane from another', () => {
  const words = (text: string) => `<span class="parsed-text">${text}</span>`;
  const pane = (...bubbles: string[]) => {
    document.body.innerHTML = bubbles
      .map((inner) => `<div class="chat-message"><div class="chat-bubble">${inner}</div></div>`)
      .join('');
    return chatraPage.paneContent?.(document).content;
  };

  it('is the same while nothing but a time inside the bubbles changes', () => {
    const withTime = (ago: string) =>
      ['Hello', 'Where is my parcel?'].map(
        (text) =>
          `<div class="chat-bubble__normal">${words(text)}</div><div class="chat-message__meta"><span class="chat-message__username">Nora</span><span class="chat-message__time">${ago}</span></div>`,
      );
    const before = pane(...withTime('11 minutes'));
    expect(before).toHaveLength(2);
    expect(pane(...withTime('12 minutes'))).toEqual(before);
  });

  it('is what was said, and files', () => {
    const file = (name: string) => `<a class="chat-bubble__file" href="/f">${name}</a>`;
    const one = pane(words('Hello'), file('a.pdf'));
    expect(one).toHaveLength(2);
    const other = pane(words('Good day'), file('b.pdf'));
    expect(other?.filter((each) => one?.includes(each))).toEqual([]);
  });
});
