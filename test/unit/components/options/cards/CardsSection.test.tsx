// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CardsSection } from '../../../../../components/options/cards/CardsSection';
import { database } from '../../../../../lib/storage/database';
import { dataCard, shipped } from '../../../cards/samples';
import { extension } from '../fake-extension';

vi.mock('wxt/browser', async () => (await import('../fake-extension')).extension);
vi.mock('../../../../../lib/storage/draft-secrets', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { saveDraftSecrets: (draftId: string, secrets: unknown) => fake.drop(draftId, secrets) };
});

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sentOf = (kind: string) => extension.sent.filter((message) => message.type === kind);

async function begin() {
  render(<CardsSection />);
  fireEvent.click(await screen.findByRole('button', { name: 'Add a data card' }));
}

beforeEach(() => {
  extension.reset();
  extension.answer = () => ({ ok: true, value: { kind: 'ok', cardId: 'card-1' } });
});
afterEach(async () => {
  cleanup();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it('keeps a card: permission for its host first, the secret in no message', async () => {
  await begin();
  type('Name', 'My orders');
  type('Address', 'https://shop.example/card?email={email}');
  expect(screen.getByLabelText<HTMLInputElement>('Name in responses').value).toBe('my_orders');
  expect(screen.getByText(/shop.example learns \{email\}/)).toBeTruthy();
  type('Secret header', 'X-Key');
  type('Secret', 's3cret');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('My orders saved.')).toBeTruthy();
  expect(extension.requested).toEqual([['https://shop.example/*']]);
  expect(extension.log.slice(0, 3)).toEqual(['request', 'drop', 'cards.save']);
  expect(sentOf('cards.save')[0]?.payload.form).toEqual({
    name: 'My orders',
    key: 'my_orders',
    address: 'https://shop.example/card?email={email}',
    header: 'X-Key',
  });
  expect(JSON.stringify(extension.sent)).not.toContain('s3cret');
  expect(JSON.stringify(extension.drops)).toContain('s3cret');
});

it('takes no changes while it is being saved: they would be lost', async () => {
  await begin();
  type('Name', 'My orders');
  type('Address', 'https://shop.example/card?email={email}');
  type('Secret header', 'X-Key');
  type('Secret', 's3cret');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const address = screen.getByLabelText<HTMLInputElement>('Address');
  const secret = screen.getByLabelText<HTMLInputElement>('Secret');
  expect([address.readOnly, secret.readOnly]).toEqual([true, true]);
  type('Address', 'https://shop.example/cards?email={email}');
  type('Secret', 'another');
  expect([address.value, secret.value]).toEqual([
    'https://shop.example/card?email={email}',
    's3cret',
  ]);
  expect(await screen.findByText('My orders saved.')).toBeTruthy();
});

it('says beside each field what is wrong, and asks for nothing', async () => {
  await begin();
  type('Address', 'https://{name}.example/');
  type('Name in responses', 'Not a key');
  type('Secret header', 'Cookie');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Give the card a name.')).toBeTruthy();
  expect(screen.getByText(/must be fixed/)).toBeTruthy();
  expect(screen.getByText(/lower-case letters, digits and underscores/)).toBeTruthy();
  expect(screen.getByText('Browsers do not allow this header.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(extension.log).toEqual([]);
});

it('tests with somebody who does not exist, shows the answer, and gives the permission back', async () => {
  const content = { ...shipped, dropped: 1, problems: ['fields[1]: the value is no number'] };
  extension.answer = () => ({ ok: true, value: { kind: 'ok', content } });
  await begin();
  type('Name', 'Orders');
  type('Address', 'https://shop.example/card?email={email}');
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText('Shipped')).toBeTruthy();
  expect(screen.getByText(/would show the made-up test.person@example.com/)).toBeTruthy();
  expect(screen.getByText('fields[1]: the value is no number')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(sentOf('cards.leave')).toHaveLength(1));
  expect(sentOf('cards.leave')[0]?.payload).toEqual({ origin: 'https://shop.example' });
  expect(sentOf('cards.save')).toEqual([]);
});

it('gives back a permission that is granted after the form was closed, and tests nothing', async () => {
  let grant: (isGranted: boolean) => void = () => undefined;
  const request = vi.spyOn(extension.browser.permissions, 'request').mockReturnValue(
    new Promise((resolve) => {
      grant = resolve;
    }),
  );
  await begin();
  type('Name', 'Orders');
  type('Address', 'https://shop.example/card?email={email}');
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  grant(true);
  await waitFor(() => expect(sentOf('cards.leave')).toHaveLength(1));
  expect(sentOf('cards.leave')[0]?.payload).toEqual({ origin: 'https://shop.example' });
  expect(sentOf('cards.test')).toEqual([]);
  request.mockRestore();
});

it('shows nothing of what was found out about another address', async () => {
  let answer: (outcome: unknown) => void = () => undefined;
  extension.answer = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await begin();
  type('Name', 'Orders');
  type('Address', 'https://shop.example/old?email={email}');
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  await waitFor(() => expect(sentOf('cards.test')).toHaveLength(1));
  type('Address', 'https://shop.example/card?email={email}');
  answer({ ok: true, value: { kind: 'failed', message: 'It wants a sign-in.' } });
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /Test/ });
  await waitFor(() => expect(button.disabled).toBe(false));
  expect(screen.queryByText('It wants a sign-in.')).toBeNull();
});

it('tells a refusal of the browser, of the server and of the worker', async () => {
  await begin();
  type('Name', 'Orders');
  type('Address', 'https://shop.example/card?email={email}');
  extension.willGrant = false;
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText(/did not allow Deskside to reach shop.example/)).toBeTruthy();
  expect(extension.sent).toEqual([]);
  extension.willGrant = true;
  extension.answer = () => ({
    ok: true,
    value: { kind: 'failed', message: 'It wants a sign-in.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText('It wants a sign-in.')).toBeTruthy();
  extension.answer = () => undefined;
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/isn’t responding/)).toBeTruthy();
});

it('wants the secret anew for another host, and not for the same one', async () => {
  await database.cards.put(dataCard({ header: 'X-Key' }));
  render(<CardsSection />);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit Orders' }));
  expect(screen.getByLabelText<HTMLInputElement>('Secret').placeholder).toBe('unchanged');
  type('Address', 'https://other.example/{email}');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Enter the secret for this header and host.')).toBeTruthy();
  type('Address', 'https://shop.example/other?email={email}');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sentOf('cards.save')).toHaveLength(1));
  expect(sentOf('cards.save')[0]?.payload).toMatchObject({ cardId: 'card-1' });
});

it('opens no other form over what is typed into one', async () => {
  await database.cards.put(dataCard());
  await begin();
  type('Name', 'My plans');
  fireEvent.click(screen.getByRole('button', { name: 'Edit Orders' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('My plans');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(screen.getByRole('button', { name: 'Edit Orders' }));
  type('Name', 'Parcels');
  fireEvent.click(screen.getByRole('button', { name: 'Add a data card' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Parcels');
});

it('lists what each card sends where, with what is missing and what goes with it', async () => {
  await database.cards.put(dataCard());
  render(<CardsSection />);
  expect(await screen.findByText('Sent to shop.example: e-mail address.')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Allow shop.example' }));
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Allow shop.example' })).toBeNull(),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Remove Orders' }));
  const dialog = within(screen.getByRole('alertdialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(sentOf('cards.remove')[0]?.payload).toEqual({ cardId: 'card-1' }));
});

it('lets of an administrator’s card only the secret be entered, and adds none where that is forbidden', async () => {
  extension.managed = { features: { ownCards: false } };
  await database.cards.put(dataCard({ id: 'managed-order', isManaged: true, header: 'X-Key' }));
  render(<CardsSection />);
  expect(await screen.findByText(/allows only the cards it has set itself/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add a data card' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove Orders' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Enter the secret of Orders' }));
  expect(screen.getByLabelText<HTMLInputElement>('Address').readOnly).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('Secret').readOnly).toBe(false);
});

it('gives the keyboard back to where the form was opened from', async () => {
  await database.cards.put(dataCard());
  render(<CardsSection />);
  for (const name of ['Edit Orders', 'Add a data card']) {
    const opener = await screen.findByRole('button', { name });
    opener.focus();
    fireEvent.click(opener);
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    cancel.focus();
    fireEvent.click(cancel);
    expect(document.activeElement).toBe(screen.getByRole('button', { name }));
  }
});
