// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bubble, capture, message, meta } from './chatra-messages';

describe('the files of a message', () => {
  it.each([
    [
      'the name before the size',
      '<a class="chat-bubble__file" href="/f/x"><svg></svg><span>inv.pdf</span><span>12 KB</span></a>',
    ],
    ['the address', '<a class="chat-bubble__file" href="/f/inv.pdf?x=1"></a>'],
    [
      'the download name',
      '<div class="chat-bubble__file"><a download="inv.pdf" href="/1">get</a></div>',
    ],
    ['any link of a file message', '<a href="/f/1">inv.pdf</a>'],
    ['a picture', '<img alt="inv.pdf" src="x">'],
    ['a link with its size', '<a href="/f/1"><b>inv.pdf</b><i>12 KB</i></a>'],
  ])('names a file by %s', (_name, inner) => {
    const items = capture(message('is-file', bubble(inner)));
    expect(items[0]).toMatchObject({ attachments: ['inv.pdf'], text: '' });
  });

  it.each([
    ['a picture without a name', '<img src="blob:x">', ['image']],
    ['a picture with an address', '<img src="/f/cat.png?x=1">', ['cat.png']],
    ['a recording', '<audio src="/f/voice.ogg"></audio>', ['voice.ogg']],
    ['a film by its source', '<video><source src="/f/a.mp4"></video>', ['a.mp4']],
    [
      'pictures in the words',
      '<span class="parsed-text"><img src="data:x"><img title="b.gif"></span>',
      ['image', 'b.gif'],
    ],
  ])('keeps a message that is only %s', (_name, inner, attachments) => {
    const html = message('', meta('Nora', '14:05') + bubble(inner));
    expect(capture(html)[0]?.attachments).toEqual(attachments);
  });

  it('keeps a recording beside words', () => {
    const inner = '<span class="parsed-text">listen</span><audio src="/f/voice.ogg"></audio>';
    expect(capture(message('', meta('Nora', '14:05') + bubble(inner)))[0]).toMatchObject({
      text: 'listen',
      attachments: ['voice.ogg'],
    });
  });

  it('counts a linked picture as one file', () => {
    const link = bubble('<a href="/f/full.png"><img alt="small.png" src="x"></a>');
    expect(capture(message('is-file', link))[0]?.attachments).toEqual(['full.png']);
  });
});
