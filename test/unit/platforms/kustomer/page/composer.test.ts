// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { rememberFocused } from '../../../../../lib/platforms/shared/page/composer';
import { CUSTOMER } from '../fakes';
import { read } from './kustomer-page';

const shown = `/app/customers/${CUSTOMER}`;

describe('composer', () => {
  function editor(attributes = '', placeholder = '') {
    return `<div class="DraftEditor-root">
      ${placeholder && `<div class="public-DraftEditorPlaceholder-root">${placeholder}</div>`}
      <div class="DraftEditor-editorContainer"><div class="notranslate public-DraftEditor-content"
        contenteditable="true" role="textbox" tabindex="0" ${attributes}><div data-contents="true"></div></div></div>
    </div>`;
  }

  it.each([
    ['nothing', '', 'none'],
    ['an unnamed Draft editor', editor(), 'reply'],
    ['one named as reply', editor('aria-label="Reply to Dana"'), 'reply'],
    ['one named as note', editor('aria-label="Internal note"'), 'note'],
    ['a placeholder', editor('', 'Add a note…'), 'note'],
    ['a placeholder for replies', editor('', 'Reply, or type / to add a note'), 'reply'],
    ['a word that only begins so', editor('aria-label="Notebook"'), 'reply'],
    ['a named area', `<section aria-label="Note">${editor()}</section>`, 'note'],
    [
      'the nearest named area',
      `<section aria-label="Notes"><div aria-label="E-mail">${editor()}</div></section>`,
      'reply',
    ],
    [
      'a label elsewhere',
      `<h3 id="t">Post a note</h3><div aria-labelledby="x t">${editor()}</div>`,
      'note',
    ],
    [
      'its own name rather than the area’s',
      `<section aria-label="Note">${editor('aria-label="Reply"')}</section>`,
      'reply',
    ],
    [
      'the button of an unnamed editor with text',
      `<div>${editor()}<button>bold</button><button>Post note</button></div>`,
      'note',
    ],
    ['the button for replies', `<div>${editor()}<button>Send</button></div>`, 'reply'],
    [
      'buttons for both',
      `<div><button>Reply</button><button>Note</button>${editor()}</div>`,
      'reply',
    ],
    [
      'the button of another editor',
      `<div><div>${editor()}</div><div>${editor()}<button>Post note</button></div></div>`,
      'reply',
    ],
    ['a hidden editor', `<div hidden>${editor()}</div>`, 'none'],
    ['an editor behind a dialog', `<div aria-hidden="true">${editor()}</div>`, 'none'],
    [
      'a read-only editor',
      editor().replace('contenteditable="true"', 'contenteditable="false"'),
      'none',
    ],
    [
      'a search box',
      `<div role="search"><p contenteditable="true" role="textbox"></p></div>`,
      'none',
    ],
    ['another editor', '<p contenteditable="true" role="textbox" aria-label="Note"></p>', 'note'],
  ])('%s', (_case, html, kind) => {
    document.body.innerHTML = html;
    expect(read(shown).composer).toBe(kind);
  });

  it('is the focused one of several, else the first', () => {
    document.body.innerHTML =
      editor('aria-label="Reply" id="reply"') + editor('aria-label="Note" id="note"');
    expect(read(shown).composer).toBe('reply');
    document.getElementById('note')?.focus();
    expect(read(shown).composer).toBe('note');
  });

  it('is the one that had the caret last, while the focus is elsewhere', () => {
    document.body.innerHTML = `${editor('aria-label="Reply"')}${editor('aria-label="Note" id="note"')}<button></button>`;
    const note = document.getElementById('note');
    if (note !== null) rememberFocused(note);
    document.querySelector('button')?.focus();
    expect(read(shown)).toMatchObject({
      composer: 'note',
      composerState: { formatting: [], limit: 10_240 },
    });
  });

  it('is unclear where two of a kind are open and none had the caret', () => {
    document.body.innerHTML = editor('aria-label="Reply"') + editor('aria-label="Reply to all"');
    expect(read(shown).composerState?.blocked).toBe('several');
  });

  it('is unseen while it is not displayed', () => {
    document.body.innerHTML = `<div style="display: none">${editor()}</div>`;
    expect(read(shown).composer).toBe('none');
  });
});
