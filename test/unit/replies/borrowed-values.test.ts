import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import { foreignIn, foreignValues, offeredFor } from '../../../lib/replies/borrowed-values';
import { composeText } from '../../../lib/replies/compose-reply';
import { variableValues } from '../../../lib/replies/variable-values';

const bare = {
  ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
  fetchedAt: 1,
};
const shown: Contact = { ...bare, connectionId: 'c1', id: '1', platform: 'onedesk' };
const other: Contact = {
  ...bare,
  connectionId: 'c2',
  id: '2',
  platform: 'otherdesk',
  name: 'Ana Souza',
  phones: ['+46 1'],
};
const context = { contact: shown, alsoKnownAs: [other], now: 0 };
const foreign = foreignValues(context, ({ platform }) => `${platform}, same e-mail address`);
const body = 'Hi {{contact.first_name}}, we call {{contact.phone_number}}.';

describe('values of other records', () => {
  it('are asked for and offered with their source, and never filled in', () => {
    const { missing } = composeText({ body }, variableValues(context));
    expect(missing.map(({ name }) => name)).toEqual(['contact.phone_number']);
    expect(offeredFor('contact.phone_number', foreign)).toEqual({
      value: '+46 1',
      source: 'otherdesk, same e-mail address',
    });
    expect(offeredFor('contact.email', foreign)).toBeUndefined();
  });

  it('are told in the text, a name as well as an answer that was taken over', () => {
    const taken = new Map([['contact.phone_number', '+46 1']]);
    const composed = composeText({ body }, variableValues(context), taken);
    const source = 'otherdesk, same e-mail address';
    expect(foreignIn(composed, foreign)).toEqual([
      { value: 'Ana', source },
      { value: '+46 1', source },
    ]);
    const own = new Map([['contact.phone_number', '+1 2']]);
    expect(foreignIn(composeText({ body }, variableValues(context), own), foreign)).toHaveLength(1);
  });
});
