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
