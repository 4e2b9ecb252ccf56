// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Notice } from '../../../../../components/panel/PanelApp';
import { PersonHeader } from '../../../../../components/panel/people/PersonHeader';
import {
  indexPlatforms,
  PlatformIndexContext,
} from '../../../../../components/panel/platform-index';
import { mergePerson } from '../../../../../lib/identity/person';
import type { Contact } from '../../../../../lib/model/contact';
import { connection, contact } from '../snapshots';

afterEach(cleanup);

function show(...contacts: Contact[]) {
  return render(
    <PlatformIndexContext value={indexPlatforms([], [connection('cw', 'chatwoot', 'Support')])}>
      <PersonHeader person={mergePerson(contacts)} />
      <Notice />
    </PlatformIndexContext>,
  ).container;
}

describe('PersonHeader', () => {
  it('shows name, company, language and the time there', () => {
    const given = { company: 'Acme', language: 'pt-BR', timeZone: 'Europe/Lisbon' };
    const container = show(contact(given));
    expect(screen.getByRole('heading').textContent).toBe('Ana Souza');
    expect(container.textContent).toContain('Acme');
    expect(container.textContent).toContain('Brazilian Portuguese');
    expect(container.textContent).toMatch(/\d\d:\d\d there/);
  });

  it('leaves the time out where the zone means nothing to the browser', () => {
    const container = show(contact({ timeZone: 'Mars/Olympus', location: 'Olympus' }));
    expect(container.textContent).not.toContain('there');
    expect(container.textContent).toContain('Olympus');
  });

  it('falls back to the next picture and then to initials', () => {
    const container = show(
      contact({ avatarUrl: 'https://desk.example/1.png' }),
      contact({ id: '2', avatarUrl: 'https://desk.example/2.png' }),
    );
    for (const file of ['1.png', '2.png']) {
      const image = container.querySelector('img');
      expect(image?.src).toContain(file);
      if (image !== null) fireEvent.error(image);
    }
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('AS');
  });

  it.each([
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'https://tracker.example/ana.png',
    'https://desk.example.tracker.example/1.png',
    'https://desk.example@tracker.example/1.png',
    'http://desk.example/1.png',
    '//desk.example/1.png',
  ])('practice 10: loads no picture but from the helpdesks’ own hosts: %s', (avatarUrl) => {
    expect(show(contact({ avatarUrl })).querySelector('img')).toBeNull();
  });

  it('shows an identifier where there is no name, and says when there is neither', async () => {
    show(contact({ name: undefined }));
    expect(screen.getByRole('heading').textContent).toBe('ana@example.com');
    cleanup();
    show(contact({ name: undefined, emails: [] }));
    expect(screen.getByRole('heading').textContent).toBe('No name');
    await screen.findByText('No e-mail address or phone number known');
  });

  it('copies an identifier and says so politely', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    show(contact());
    const copy = await screen.findByRole('button', { name: 'Copy ana@example.com' });
    await act(async () => fireEvent.click(copy));
    expect(writeText).toHaveBeenCalledWith('ana@example.com');
    expect(screen.getByRole('status').textContent).toBe('Copied');
    vi.unstubAllGlobals();
  });

  it('says that another platform knows another name', () => {
    const container = show(contact(), contact({ id: '2', name: 'A. Lima' }));
    expect(container.textContent).toContain('also A. Lima');
  });
});
