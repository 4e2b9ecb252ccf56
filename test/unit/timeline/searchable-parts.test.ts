import { describe, expect, it } from 'vitest';
import { readableParts } from '../../../lib/timeline/searchable-parts';
import { message } from './samples';

const parts = (...given: Parameters<typeof readableParts>) =>
  readableParts(...given).filter((part) => part !== '');

describe('what can be read of a message', () => {
  const whole = message({
    text: '<b>Hello</b>',
    subject: 'Delivery',
    author: { role: 'agent', name: 'Sam' },
    reactions: ['👍 2'],
    attachments: [
      { name: 'voice.ogg', kind: 'audio', transcript: 'Call me back' },
      { name: 'Lyon', kind: 'location', coordinates: { latitude: 45.764, longitude: 4.8357 } },
      { name: 'Paul Martin', kind: 'contact', phone: '+33698765432' },
    ],
    quoted: { text: 'Where is it?', kind: 'quoted' },
  });
  const beside = [
    ...['Delivery', 'Sam', '👍 2', 'voice.ogg', 'Call me back', 'Lyon', '45.764, 4.8357'],
    ...['Paul Martin', '+33698765432', 'Where is it?'],
  ];

  it('is its text and everything beside it', () => {
    expect(parts(whole)).toEqual(['<b>Hello</b>', ...beside]);
  });

  it('is its words as they are shown, where these are known', () => {
    expect(parts(whole, 'Hello')).toEqual(['Hello', ...beside]);
  });

  it('is only who wrote it, once it was deleted', () => {
    expect(parts({ ...whole, deleted: true })).toEqual(['Sam']);
  });

  it('names nobody for what happened by itself', () => {
    const activity = message({
      kind: 'activity',
      text: 'Closed',
      author: { role: 'system', name: 'Bot' },
    });
    expect(parts(activity)).toEqual(['Closed']);
    expect(parts({ ...activity, deleted: true })).toEqual([]);
  });
});
