import * as v from 'valibot';
import { runSteps } from '../../../../../lib/async/run-steps';
import { capturedItemSchema } from '../../../../../lib/model/page';
import { captureSteps, longestCapture } from '../../../../../lib/platforms/chatra/page/capture';

/** The messages of the page as it is, all at once. */
export const capturePage = () => runSteps(captureSteps(document, longestCapture));

/** What is taken down of a page of this markup. */
export const capture = (html: string) => {
  document.body.innerHTML = html;
  const { items } = capturePage();
  for (const item of items) v.parse(capturedItemSchema, item);
  return items;
};

export const meta = (name: string, time: string) =>
  `<div class="chat-message__meta"><span class="chat-message__username">${name}</span><span class="chat-message__time">${time}</span></div>`;
export const bubble = (inner: string) => `<div class="chat-bubble">${inner}</div>`;
export const said = (text: string) =>
  bubble(`<div class="chat-bubble__message"><span class="parsed-text">${text}</span></div>`);
export const message = (classes: string, inner: string, attributes = '') =>
  `<div class="chat-message ${classes}" ${attributes}>${inner}</div>`;
