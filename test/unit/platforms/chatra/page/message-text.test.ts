// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bubble, capture, message, said } from './chatra-messages';

describe('the text of a message', () => {
  it.each([
    ['<br>', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<br> with spacing', 'a\n      <br>\n      b', 'a\nb'],
    ['blocks', '<p>a</p>\n<p>b <b>c</b></p><div>d</div>', 'a\nb c\nd'],
    ['an empty block', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a list', 'x<ul><li>a</li><li>b</li></ul>y', 'x\na\nb\ny'],
    ['plain line ends', '\n  a\n  b\n\n  c\n', 'a\nb\n\nc'],
    ['emoji pictures', 'hi <img alt="😀"><img>!', 'hi 😀!'],
    ['links', 'see <a href="https://x.test">x.test</a>', 'see x.test'],
    [
      'the address of a link',
      'see <a href="https://x.test/AB">this</a>.',
      'see this (https://x.test/AB).',
    ],
    ['lines of code', '<p>a</p><pre>b\n  c</pre>', 'a\nb\nc'],
    ['hidden words left out', 'a<span style="display:none">b</span><i hidden>c</i>', 'a'],
    ['markup as text', '&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['no-break spaces', 'a&nbsp;&nbsp;b', 'a b'],
    ['scripts left out', 'a<script>1</script>b', 'ab'],
    ['nested marks', 'a <b>b<i>c <u>d</u></i></b>e', 'a bc de'],
    ['a break within marks', '<b>a<br><i>b</i></b>c', 'a\nbc'],
    [
      'an emoji a style draws',
      'a <i class="emoji" title="😀"></i><span role="img" aria-label="👍🏽"></span>',
      'a 😀👍🏽',
    ],
    ['the name of an emoji', 'ok <img class="e" title=":thumbs_up:">', 'ok :thumbs_up:'],
    [
      'the name of an emoji in signs',
      'ok <img class="e" title=":+1:"> <img title=":100:">',
      'ok :+1: :100:',
    ],
    ['an emoji as a drawing', 'a <svg aria-label="🇫🇷"><title>France</title></svg>', 'a 🇫🇷'],
    ['an icon', 'a <svg aria-hidden="true"><title>read</title></svg><i title="Read ✓"></i>', 'a'],
    [
      'mail and phone links',
      '<a href="mailto:a@x.test">write</a> or <a href="tel:+15551">call</a>',
      'write (mailto:a@x.test) or call (tel:+15551)',
    ],
    [
      'a picture that is a link',
      '<a href="https://x.test/1"><img alt="map"></a>',
      'map (https://x.test/1)',
    ],
    [
      'a quoted letter',
      '<p>Yes.</p><blockquote><p>a</p><p>b</p><blockquote>c</blockquote></blockquote><p>Bye</p>',
      'Yes.\n> a\n> b\n> > c\nBye',
    ],
    [
      'the customer’s own class names',
      '<div class="card__status">a</div><button>b</button>',
      'a\nb',
    ],
    ['right-to-left words', 'שלום <bdi>עולם</bdi>', 'שלום עולם'],
    ['pairs', '<dl><dt>Size</dt><dd>L</dd></dl>', 'Size\nL'],
    ['a rule', 'a<hr>b', 'a\nb'],
    ['a table', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'a\nb'],
  ])('reads text with %s', (_name, html, expected) => {
    expect(capture(message('', said(html)))[0]?.text).toBe(expected);
  });

  const parsed = (text: string) => `<span class="parsed-text">${text}</span>`;
  it.each([
    ['each line in a node of its own', parsed('a') + parsed('') + parsed('b'), 'a\nb'],
    ['bare text and a node', `first${parsed('second')}`, 'first\nsecond'],
    ['bare text on both sides', `a${parsed('b')}c`, 'a\nb\nc'],
    ['bare text that goes on', `see ${parsed('this')}, please`, 'see this, please'],
    [
      'reactions beside the words',
      `${parsed('x')}<div class="chat-bubble__reactions">👍 2</div>`,
      'x',
    ],
    ['spacing between the nodes', `${parsed('a')}\n  ${parsed('b')}`, 'a\nb'],
    [
      'nodes around a link',
      `${parsed('see ')}<a href="https://x.test">x.test</a>${parsed(' now')}`,
      'see x.test now',
    ],
    [
      'nodes around a name',
      `${parsed('hi ')}<span class="mention">@Sam</span>${parsed('!')}`,
      'hi @Sam!',
    ],
    ['nodes around an emoji', `${parsed('hi ')}<img alt="😀">${parsed('!')}`, 'hi 😀!'],
    ['breaks between the nodes', `${parsed('a')}<br>${parsed('b')}`, 'a\nb'],
    ['nodes in blocks', `<div>${parsed('a')}</div><div>${parsed('b')}</div>`, 'a\nb'],
    [
      'line ends in one beside a state',
      `${parsed('a\nb')}<div class="chat-bubble__status">Read</div>`,
      'a\nb',
    ],
    [
      'line ends beside a box',
      `${parsed('a\nb')}<p class="chat-bubble__actions">Reply</p>`,
      'a\nb',
    ],
    [
      'a quoted message',
      `<div class="chat-bubble__quote"><b class="chat-message__username">Sam</b>${parsed('first?')}</div>${parsed('yes')}`,
      '> first?\nyes',
    ],
  ])('reads %s', (_name, inner, expected) => {
    const html = bubble(`<div class="chat-bubble__message">${inner}</div>`);
    expect(capture(message('', html))[0]?.text).toBe(expected);
  });

  it.each([
    ['two bubbles', bubble(parsed('a')) + bubble(parsed('b')), 'a\nb'],
    ['no bubble', parsed('a'), 'a'],
    ['nothing known', '<section>a<br>b</section>', 'a\nb'],
    ['nothing at all', 'a', 'a'],
  ])('finds the text with %s', (_name, inner, expected) => {
    expect(capture(message('', inner))[0]?.text).toBe(expected);
  });

  it.each([
    ['the message', '<div class="chat-bubble__message">Hi</div>'],
    [
      'the normal bubble',
      '<div class="chat-bubble__normal">Hi<span class="chat-bubble__edited">edited</span></div>',
    ],
    ['the bare bubble', 'Hi'],
  ])('finds the text in %s', (_name, inner) => {
    expect(capture(message('', bubble(inner)))[0]?.text).toBe('Hi');
  });
});
