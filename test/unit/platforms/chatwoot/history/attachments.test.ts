import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { messageSchema } from '../../../../../lib/model/history';
import { mapMessage } from '../../../../../lib/platforms/chatwoot/history/message-mapping';
import { chatwootMessageSchema } from '../../../../../lib/platforms/chatwoot/schemas';
import { connection, rawMessage } from '../fake-chatwoot';

describe('attachments', () => {
  it.each([
    [
      'an uploaded file',
      {
        file_type: 'file',
        extension: 'pdf',
        data_url:
          'https://desk.example.com/rails/blobs/redirect/abc--1f/Rechnung%20M%C3%A4rz.pdf?x=1',
        file_size: 1234,
      },
      { name: 'Rechnung März.pdf', kind: 'file', size: 1234 },
    ],
    [
      'no address',
      { file_type: 'audio', extension: 'ogg' },
      { name: 'audio.ogg', kind: 'audio', url: undefined },
    ],
    [
      'a place',
      { file_type: 'location', fallback_title: 'Lund C', data_url: 'https://maps.example/?q=1,2' },
      { name: 'Lund C', kind: 'location' },
    ],
    [
      'a shared post',
      { file_type: 'ig_reel', data_url: 'https://ig.example/reel/77' },
      { name: 'ig reel', kind: 'link', url: 'https://ig.example/reel/77' },
    ],
    ['an unknown type', { file_type: 'hologram' }, { name: 'hologram', kind: 'link' }],
    [
      'a script',
      { file_type: 'file', data_url: 'javascript:alert(1)' },
      { name: 'file', url: undefined },
    ],
    [
      'a broken escape',
      { file_type: 'image', data_url: 'https://a.example/%E0%A4.png' },
      { name: '%E0%A4.png' },
    ],
    [
      'a place on the map',
      {
        file_type: 'location',
        coordinates_lat: 45.764,
        coordinates_long: 4.8357,
        fallback_title: 'Lyon, Place Bellecour',
        data_url: null,
      },
      {
        name: 'Lyon, Place Bellecour',
        kind: 'location',
        coordinates: { latitude: 45.764, longitude: 4.8357 },
        url: 'https://www.openstreetmap.org/?mlat=45.764&mlon=4.8357#map=16/45.764/4.8357',
      },
    ],
    [
      'a place without coordinates',
      { file_type: 'location', coordinates_lat: 0, coordinates_long: 0, fallback_title: 'Here' },
      { name: 'Here', coordinates: undefined, url: undefined },
    ],
    [
      'a place on the equator, as text',
      { file_type: 'location', coordinates_lat: '0.0', coordinates_long: '32.5' },
      { name: 'location', coordinates: { latitude: 0, longitude: 32.5 } },
    ],
    [
      'a place that is nowhere on Earth',
      {
        file_type: 'location',
        coordinates_lat: 91,
        coordinates_long: 4,
        data_url: 'https://m.example/',
      },
      { coordinates: undefined, url: 'https://m.example/' },
    ],
    [
      'a voice message by what it says',
      { file_type: 'audio', extension: 'ogg', transcribed_text: ' Call me back\nbefore noon ' },
      { name: 'audio.ogg', transcript: 'Call me back\nbefore noon' },
    ],
    [
      'a voice message that nobody wrote down',
      { file_type: 'audio', transcribed_text: '' },
      { transcript: undefined },
    ],
    [
      'a card',
      {
        file_type: 'contact',
        fallback_title: '+33698765432',
        meta: { firstName: 'Paul', lastName: 'Martin' },
      },
      { name: 'Paul Martin', kind: 'contact', phone: '+33698765432' },
    ],
    [
      'a card of Telegram, with one name',
      { file_type: 'contact', fallback_title: '4915112345678', meta: { first_name: 'Ana' } },
      { name: 'Ana', phone: '4915112345678' },
    ],
    [
      'a card without a name',
      { file_type: 'contact', fallback_title: '+33698765432', meta: [] },
      { name: '+33698765432', phone: '+33698765432' },
    ],
    [
      'a card without a number',
      { file_type: 'contact', fallback_title: '', meta: { formatted_name: 'Hotel Lund' } },
      { name: 'Hotel Lund', phone: undefined },
    ],
    ['odd sizes', { file_type: 'image', file_size: 'big' }, { name: 'image', size: undefined }],
  ])('names %s', (_, attachment, expected) => {
    const { message } = mapMessage(
      connection,
      { id: '12', contactId: '41' },
      v.parse(chatwootMessageSchema, rawMessage(7, { content: null, attachments: [attachment] })),
    );
    expect(v.is(messageSchema, message)).toBe(true);
    expect(message).toMatchObject({ text: '', attachments: [expected] });
  });
});
