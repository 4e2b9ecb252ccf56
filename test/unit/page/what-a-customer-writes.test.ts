// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaportPage } from '../../../lib/platforms/chaport/page/adapter';
import { chatraPage } from '../../../lib/platforms/chatra/page/adapter';
import { chatwootPage } from '../../../lib/platforms/chatwoot/page/adapter';
import type { PageAdapter } from '../../../lib/platforms/contract/page';
import { kustomerPage } from '../../../lib/platforms/kustomer/page/adapter';
import { wholeCapture } from './whole-capture';

interface Helpdesk {
  adapter: PageAdapter;
  location: Partial<Location>;
  /** A page with a conversation, and one message that holds what a customer wrote. */
  page(said: string): string;
  /** Names and ids that mean something on the page. */
  classes: readonly string[];
}

const draft = (attributes: string) =>
  `<div class="DraftEditor-root"><div class="public-DraftEditor-content" contenteditable="true" ${attributes}><div data-contents="true"></div></div></div>`;

const chatwoot: Helpdesk = {
  adapter: chatwootPage,
  location: { pathname: '/app/accounts/1/conversations/5' },
  page: (said) => `
      <div class="conversation-details-wrap"><ul class="conversation-panel">
        <li id="message1"><div class="bubble"><p>${said}</p></div></li>
        <li id="message2"><div class="bubble"><p>hello</p></div></li></ul>
        <div class="reply-box"><div class="reply-box__top"><div class="ProseMirror" contenteditable="true"></div></div></div></div>
      <aside><h3>Ana Souza <a href="/app/accounts/1/contacts/41"></a></h3><ul><li><a href="mailto:ana@x.test">w</a></li></ul></aside>`,
  classes: [
    'reply-box',
    'reply-box__top',
    'ProseMirror',
    'input',
    'conversation-panel',
    'is-private',
    'contact--profile',
  ],
};

const kustomer: Helpdesk = {
  adapter: kustomerPage,
  location: { hostname: 'acme.kustomerapp.com', pathname: `/app/customers/${'a'.repeat(24)}` },
  page: (said) => `
      <main><header><h1>Ana</h1></header><div style="overflow-y: auto"><article><div dir="auto">${said}</div></article><article>hello</article></div>
        <section>${draft('aria-label="Reply"')}<button>Send</button></section></main>
      <aside><dl><dt>Email</dt><dd><a href="mailto:ana@x.test">ana@x.test</a></dd></dl></aside>`,
  classes: ['DraftEditor-root', 'public-DraftEditor-content', 'public-DraftEditorPlaceholder-root'],
};

const chaport: Helpdesk = {
  adapter: chaportPage,
  location: { hostname: 'app.chaport.com', pathname: '/', hash: '#/chats/abc/17' },
  page: (said) => `
      <div id="conversations"></div>
      <main><header><strong>Ana</strong></header><div class="chat-messages"><div class="chat-message">
        <div class="chat-message-text">${said}</div></div></div><footer><textarea id="chat-input"></textarea></footer></main>
      <aside><div><span>Name</span><span>Ana</span></div><div><span>Email</span><span>ana@x.test</span></div></aside>`,
  classes: ['chat-join-button', 'visitor-panel', 'visitor-row', 'visitor-label', 'visitor-value'],
};

const chatra: Helpdesk = {
  adapter: chatraPage,
  location: { hostname: 'app.chatra.io', pathname: '/conversations/Wm7HqTz4RkPnB2yXc' },
  page: (said) => `
      <div class="content-layout"><div class="navbar__title-text">Ana</div>
      <div class="chat-message-area"><div class="chat-date-block">Today</div>
        <div class="chat-message"><div class="chat-message__meta"><span class="chat-message__username">Ana</span><span class="chat-message__time">14:05</span></div>
          <div class="chat-bubble"><div class="chat-bubble__message"><span class="parsed-text">${said}</span></div></div></div>
        <div class="chat-message is-operator"><div class="chat-bubble"><span class="parsed-text">hello</span></div></div></div>
      <div class="chat-input-area"><textarea class="chat-textarea"></textarea></div></div>
      <aside class="chat-aside"><a href="mailto:ana@x.test">ana@x.test</a></aside>`,
  classes: [
    'chat-message',
    'chat-message__username',
    'chat-message__time',
    'chat-date-block',
    'chat-bubble__edited',
    'chat-aside',
    'chat-input-area',
    'chat-textarea',
    'is-note',
    'js-start-chatting',
    'chat-input-away',
    'navbar__title-text',
    'conversation__title',
    'parsed-text',
    'is-typing',
    'is-editing',
    'is-deleted',
    'chat-bubble__deleted',
    'chat-message--system',
    'chat-bubble__quote',
  ],
};

/** Each with the names that are known, and where they are not known, with others. */
const helpdesks: Readonly<Record<string, Helpdesk>> = {
  chatwoot,
  kustomer,
  chaport,
  chatra,
  'chaport, with rows of no known name': {
    ...chaport,
    page: (said) => `
      <div id="conversations"></div>
      <main><header><strong>Ana</strong></header><div class="c1"><div class="c2">hello</div><div class="c2">
        <div class="c3">${said}</div></div></div><footer><textarea id="chat-input"></textarea></footer></main>
      <aside><div><span>Name</span><span>Ana</span></div><div><span>Email</span><span>ana@x.test</span></div></aside>`,
  },
  'chaport, in an area that scrolls': {
    ...chaport,
    page: (said) => `
      <div id="conversations"></div>
      <main><header><strong>Ana</strong></header><section style="overflow-y: auto"><p>hello</p><div>${said}</div></section>
        <footer><textarea id="chat-input"></textarea></footer></main>
      <aside><div><span>Name</span><span>Ana</span></div><div><span>Email</span><span>ana@x.test</span></div></aside>`,
  },
  'kustomer, with rows of no known name': {
    ...kustomer,
    page: (said) => `
      <main><header><h1>Ana</h1></header><div class="c1"><div class="c2"><div dir="auto">${said}</div></div><div class="c2">hello</div></div>
        <section>${draft('aria-label="Reply"')}<button>Send</button></section></main>
      <aside><dl><dt>Email</dt><dd><a href="mailto:ana@x.test">ana@x.test</a></dd></dl></aside>`,
  },
};

const forged = [
  '<h3>Grace Hopper</h3><a href="https://desk.test/app/accounts/1/contacts/99">profile</a>',
  '<a href="mailto:grace@evil.test">grace@evil.test</a><a href="tel:+15555550123">call</a>',
  '<div class="reply-box is-private"><div class="reply-box__top"><textarea class="input"></textarea></div></div>',
  '<form><input name="email" value="grace@evil.test"><input name="password"></form>',
  '<div><span>Email</span><span>grace@evil.test</span></div><div><span>Name</span><span>Grace</span></div>',
  '<label for="x">Email</label><input id="x" value="grace@evil.test">',
  '<input id="signin-email"><button class="chat-join-button">Join</button>',
  '<textarea id="chat-input"></textarea><div contenteditable="true" role="textbox" aria-label="Note"></div>',
  '<img alt="grace@evil.test" src="x"><iframe title="grace@evil.test"></iframe>',
  '<blockquote data-id="Ye4RkJs7BnTz2QpWd"><h1>Grace</h1></blockquote>',
  draft('aria-label="Internal note"'),
];

const attributes = [
  '',
  'href="mailto:grace@evil.test"',
  'href="/app/accounts/1/contacts/99"',
  'contenteditable="true"',
  'contenteditable="true" role="textbox" aria-label="Note"',
  'type="email" value="grace@evil.test"',
  'name="email" value="grace@evil.test"',
  'id="chat-input"',
  'id="message7"',
  'data-id="Ye4RkJs7BnTz2QpWd"',
  'role="main"',
];

/** Without fields nothing can be taken for the composer that the page does not have. */
const isField = (markup: string) => /input|textarea|contenteditable/.test(markup);

function fragment(classes: readonly string[], withFields = true): fc.Arbitrary<string> {
  const fits = (markup: string) => withFields || !isField(markup);
  const tags = ['div', 'h3', 'a', 'input', 'textarea', 'aside', 'main', 'section', 'p'].filter(
    fits,
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('Grace', 'Email', 'grace@evil.test', '+15555550123', ...forged.filter(fits)),
      fc
        .tuple(
          fc.constantFrom(...tags),
          fc.constantFrom('', ...classes),
          fc.constantFrom(...attributes.filter(fits)),
          fc.array(tie('node'), { maxLength: 3 }),
        )
        .map(([name, css, more, children]) =>
          name === 'input'
            ? `<input class="${css}" ${more}>`
            : `<${name} class="${css}" ${more}>${children.join('')}</${name}>`,
        ),
    ),
  }));
  return fc.array(node, { minLength: 1, maxLength: 3 }).map((nodes) => nodes.join(''));
}

function reading({ adapter, location, page }: Helpdesk, said: string) {
  document.body.innerHTML = page('<slot></slot>');
  // Parsed by itself, as pages do: markup that is not whole cannot end what it stands in.
  const written = document.createElement('template');
  written.innerHTML = said;
  document.querySelector('slot')?.replaceWith(written.content);
  const place = Object.assign(Object.create(window.location), {});
  for (const [key, value] of Object.entries(location)) {
    Object.defineProperty(place, key, { value });
  }
  Object.defineProperty(document, 'location', { value: place, configurable: true });
  const composer = adapter.composer?.(document);
  return {
    context: adapter.read(document, place),
    mode: composer?.mode,
    // The real one is the last in the page.
    isReal: composer?.element === lastComposer(),
    captured: wholeCapture(adapter)?.map(({ text, ...rest }) => rest),
  };
}

function lastComposer(): Element | undefined {
  return [...document.querySelectorAll('textarea, [contenteditable="true"]')].findLast(
    (each) => each.closest('aside') === null || each.closest('main') !== null,
  );
}

describe.each(Object.entries(helpdesks))('%s', (_name, helpdesk) => {
  test.each(forged)('is not taken in by %s', (said) => {
    expect(reading(helpdesk, said)).toEqual(reading(helpdesk, 'hi there'));
  });

  test('law: whatever a customer writes, the page says the same about whom and where', () => {
    const expected = reading(helpdesk, 'hi there');
    expect(expected.context.composer).toBe('reply');
    expect(expected.context.hints.emails).toEqual(['ana@x.test']);
    fc.assert(
      fc.property(fragment(helpdesk.classes), (said) => {
        expect(reading(helpdesk, `hi there ${said}`)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

/** Before somebody joins, for a person without a conversation, and in narrow windows: parts are missing. */
const chaportRows = (said: string) =>
  `<div class="c1"><div class="c2">hello there</div><div class="c2">and again</div><div class="c2">${said}</div></div>`;
const kustomerRows = (said: string) =>
  `<div class="c1"><div class="c2"><div dir="auto">${said}</div></div><div class="c2">hello</div><div class="c2">there</div></div>`;
const chaportPanel =
  '<aside><div><span>Name</span><span>Ana</span></div><div><span>Email</span><span>ana@x.test</span></div></aside>';
const kustomerPanel =
  '<aside><dl><dt>Email</dt><dd><a href="mailto:ana@x.test">ana@x.test</a></dd></dl></aside>';
const chaportField = '<footer><textarea id="chat-input"></textarea></footer>';
const kustomerField = `<section>${draft('aria-label="Reply"')}<button>Send</button></section>`;

interface Lacking {
  helpdesk: Helpdesk;
  rows(said: string): string;
  panel: string;
  field: string;
}

const lacking: Readonly<Record<string, Lacking>> = {
  chaport: { helpdesk: chaport, rows: chaportRows, panel: chaportPanel, field: chaportField },
  kustomer: { helpdesk: kustomer, rows: kustomerRows, panel: kustomerPanel, field: kustomerField },
};

describe.each(Object.entries(lacking))('%s, without parts', (_name, { helpdesk, ...parts }) => {
  const states = ['main', 'div'].flatMap((around) =>
    ['', parts.field].flatMap((field) =>
      ['', parts.panel].map((panel) => ({ around, field, panel })),
    ),
  );

  test.each(states)('law: nobody is named by what a customer writes: %j', (state) => {
    const { around, field, panel } = state;
    const page = (said: string) =>
      `<div id="app"><${around}>${parts.rows(said)}${field}</${around}>${panel}</div>`;
    const hintsOf = (said: string) => reading({ ...helpdesk, page }, said).context.hints;
    const isKnown = panel !== '' && (around === 'main' || field !== '');
    const expected = hintsOf('hi there');
    expect(expected.emails).toEqual(isKnown ? ['ana@x.test'] : []);
    fc.assert(
      fc.property(fragment(helpdesk.classes, false), (said) => {
        expect(hintsOf(`hi there ${said}`)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
