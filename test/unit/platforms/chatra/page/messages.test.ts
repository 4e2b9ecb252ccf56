// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runSteps } from '../../../../../lib/async/run-steps';
import { messageSteps } from '../../../../../lib/platforms/chatra/page/messages';
import { message, meta, said } from './chatra-messages';

const row = (text: string) => message('', meta('Nora', '14:00') + said(text));
const typing = '<div class="typing"></div>';

/** Reads the entries of such a list, calling `between` after each step. */
function entriesOf(rows: readonly string[], between: () => void = () => undefined): string[] {
  document.body.innerHTML = `<div class="chat-message-area"><div class="chat-message-area__inner">${rows.join('')}</div></div>`;
  const steps = messageSteps(document);
  for (;;) {
    const step = steps.next();
    between();
    if (step.done !== true) continue;
    return step.value.map((entry) => entry.querySelector('.parsed-text')?.textContent ?? '');
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('the order of messages', () => {
  test('is that of their places, also when the list is scrolled between two steps', () => {
    const texts = Array.from({ length: 700 }, (_none, index) => `${index}`);
    let scrolled = 0;
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(800);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const inside = this.querySelector('.parsed-text')?.textContent ?? '';
      const y = this.matches('.chat-message') ? Number(inside) * 50 - scrolled : 0;
      return DOMRect.fromRect({ y, width: 800, height: 50 });
    });
    vi.spyOn(document, 'elementFromPoint').mockImplementation(() =>
      document.querySelector('.chat-message-area__inner'),
    );
    const read = entriesOf(texts.toReversed().map(row), () => {
      scrolled += 400;
    });
    expect(read).toEqual(texts);
  });
});

test('the composer decides only between lists that are in front, as looking for it takes long', () => {
  const search = vi.spyOn(document, 'querySelectorAll');
  const pane = (text: string, more = '') =>
    `<div class="chat-message-area" ${more}>${row(text)}</div>`;
  const looked = (...panes: string[]) => {
    search.mockClear();
    document.body.innerHTML = panes.join('');
    runSteps(messageSteps(document));
    return search.mock.calls.some(([selector]) => selector === '.chat-input-area');
  };
  expect(looked(pane('one'))).toBe(false);
  expect(looked(pane('one'), pane('before', 'hidden'))).toBe(false);
  expect(looked(pane('one'), pane('two'))).toBe(true);
});

describe('who is typing is no message', () => {
  test.each([
    ['the row itself', row('...').replace('chat-message ', 'chat-message is-typing ')],
    ['something in the row', message('', said('Nora is writing') + typing)],
    ['something around the row', `<div data-typing>${row('Nora is writing')}</div>`],
  ])('where %s tells it', (_name, told) => {
    expect(entriesOf([row('one'), told, row('two')])).toEqual(['one', 'two']);
  });
  test('unless it is in the words, is not drawn, or is beside the rows', () => {
    const words = message('', said('<b class="typing">I am typing</b>'));
    const hidden = message('', said('two') + typing.replace('>', ' hidden>'));
    expect(entriesOf([words, hidden, typing])).toEqual(['I am typing', 'two']);
  });
});
