import { expect, test } from 'vitest';
import { visitorFields } from '../../../../lib/platforms/chaport/contact-fields';
import { contact, scripted, signal, visitor } from './fake';

/** A service that refuses some values of a field, in an answer that counts as a success. */
function refusing(isRefused: (value: unknown) => boolean) {
  const { ports } = scripted({});
  const sent: unknown[] = [];
  const port = visitorFields({
    ...ports,
    transport: {
      async send({ body }) {
        sent.push(body?.email);
        const answer = isRefused(body?.email) ? { success: false } : { result: { id: visitor } };
        return { status: 200, body: answer };
      },
    },
  });
  const write = (put: string | undefined) =>
    port.write(
      { contact: contact(), fields: new Map(), raw: undefined },
      { field: 'email', out: 'ana@mail.org', put },
      signal,
    );
  return { write, sent };
}

test('a value that is refused in a success is refused', async () => {
  const { write } = refusing(() => true);
  await expect(write('ana@mail')).rejects.toMatchObject({ reason: 'refused' });
});

test('a field is emptied in the way that is taken, also where the other is refused in a success', async () => {
  const { write, sent } = refusing((value) => value === '');
  await write(undefined);
  expect(sent).toEqual(['', null]);
});
