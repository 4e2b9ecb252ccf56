// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import {
  hasMark,
  isAppLine,
  isEdited,
} from '../../../../../lib/platforms/chatra/page/message-marks';

const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild ?? document.body;
};

test.each([
  ['on the message', '<div class="chat-message--deleted"></div>', true],
  ['beside the words', '<div><span class="chat-bubble__deleted"></span></div>', true],
  ['among the words', '<div><p class="parsed-text"><i class="is-deleted"></i></p></div>', false],
  ['hidden', '<div><span class="is-deleted" style="display: none"></span></div>', false],
])('a mark counts where the app has put it: %s', (_name, html, isMarked) => {
  expect(hasMark(element(html), 'deleted')).toBe(isMarked);
});

test('a message that is being edited has a field in it; a line of the app has its class', () => {
  expect(isEdited(element('<div><textarea></textarea></div>'))).toBe(true);
  expect(isEdited(element('<div>hello</div>'))).toBe(false);
  expect(isAppLine(element('<div class="chat-message chat-message--system"></div>'))).toBe(true);
  expect(isAppLine(element('<div class="chat-message"></div>'))).toBe(false);
});
