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
  ])('reads text with %s', (_name, html, expected) => {
    expect(capture(message('', said(html)))[0]?.text).toBe(expected);
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
