// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AttachmentList } from '../../../../../components/panel/history/AttachmentList';
import type { Attachment } from '../../../../../lib/model/history';

afterEach(cleanup);

function show(...attachments: Attachment[]) {
  return render(<AttachmentList rowKey="item:1" attachments={attachments} />).container;
}

const linksIn = (container: HTMLElement) =>
  [...container.querySelectorAll('a')].map(({ href, textContent }) => [textContent, href]);

it('says what a voice message says, below its name', () => {
  const container = show({
    name: 'voice.ogg',
    kind: 'audio',
    url: 'https://files.example/voice.ogg',
    transcript: 'Please call me back before noon',
  });
  expect(container.querySelector('figure')?.textContent).toContain(
    'Please call me back before noon',
  );
  expect(linksIn(container)).toEqual([['voice.ogg', 'https://files.example/voice.ogg']]);
});

it('cuts no name off: what tells two files apart is often at its end', () => {
  const container = show({ name: `${'scan-'.repeat(30)}2.pdf`, kind: 'file' });
  expect(container.querySelector('.truncate')).toBeNull();
});

it('shows what is said as text, and the beginning only of very much', () => {
  const container = show({
    name: 'voice.ogg',
    kind: 'audio',
    transcript: `<img src=x onerror=alert(1)>${'long '.repeat(2_000)}`,
  });
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent?.length).toBeLessThan(900);
  expect(container.querySelector('button')?.textContent).toContain('Show more');
});

it('links a place to a map and names where it is', () => {
  const url = 'https://www.openstreetmap.org/?mlat=45.764&mlon=4.8357#map=16/45.764/4.8357';
  const coordinates = { latitude: 45.764, longitude: 4.8357 };
  const container = show({ name: 'Lyon', kind: 'location', url, coordinates });
  expect(linksIn(container)).toEqual([['Lyon', url]]);
  expect(container.textContent).toContain('45.764, 4.8357');
});

it('shows a card with a number to call, once', () => {
  const card = show({ name: 'Paul Martin', kind: 'contact', phone: '+33 6 98 76 54 32' });
  expect(linksIn(card)).toEqual([['+33 6 98 76 54 32', 'tel:+33698765432']]);
  expect(card.textContent).toBe('Paul Martin+33 6 98 76 54 32');
  cleanup();
  const nameless = show({ name: '+33698765432', kind: 'contact', phone: '+33698765432' });
  expect(nameless.textContent).toBe('+33698765432');
});

it('is not there without attachments', () => {
  expect(show().textContent).toBe('');
});
