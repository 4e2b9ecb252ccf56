// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chatwootPage } from '../../../../../lib/platforms/chatwoot/page/adapter';
import { at, config, documentWith } from './chatwoot-page';

const sidebar = (rows: string, name = 'Ana Lindqvist') => `
  <div class="conversation-details-wrap"><div class="conversation-panel">
    <a href="mailto:someone@else.example">someone@else.example</a></div></div>
  <div class="contact-panel"><div class="w-full p-4"><div class="gap-2"><div><img alt=""></div>
    <div class="gap-1.5"><div><h3>
      ${name} <span></span></h3><div><a href="/app/accounts/3/contacts/41"><span></span></a></div></div>
      <div class="rows">${rows}</div></div></div></div>
    <div class="notes"><a href="mailto:note@else.example">note@else.example</a></div></div>`;

describe('read: the contact area', () => {
  function hints(body: string) {
    return chatwootPage.read(documentWith(config, body), at('/app/accounts/3/conversations/1'))
      .hints;
  }

  it('tells name, e-mail and phone of the contact, not of messages or notes', () => {
    const rows =
      '<a href="mailto:ana%2Bx@example.com?subject=hi">…</a><a href="tel:+46701234567">…</a>';
    expect(hints(sidebar(rows))).toEqual({
      name: 'Ana Lindqvist',
      emails: ['ana+x@example.com'],
      phones: ['+46701234567'],
    });
  });

  it('tells only the name of a contact without addresses', () => {
    expect(hints(sidebar(''))).toEqual({ name: 'Ana Lindqvist', emails: [], phones: [] });
  });

  it('tells nothing when the area is closed', () => {
    expect(
      hints('<a href="mailto:a@b.example">x</a><a href="/app/accounts/3/contacts">y</a>'),
    ).toEqual({
      emails: [],
      phones: [],
    });
  });

  it('cuts what is too long and survives broken escapes', () => {
    const found = hints(sidebar('<a href="mailto:%E0%A4">x</a>', 'x'.repeat(5_000)));
    expect(found.name).toHaveLength(320);
    expect(found.emails).toEqual([]);
  });
});
