import { expect, it } from 'vitest';
import { channelWords } from '../../../lib/text/channel-words';

it.each([
  ['Live chat', 'Live chat'],
  ['WhatsApp', 'WhatsApp'],
  ['Chat, E-mail', 'Chat and E-mail'],
  ['Our kiosk', 'Our kiosk'],
])('%s: %s', (channel, words) => {
  expect(channelWords(channel)).toBe(words);
});
