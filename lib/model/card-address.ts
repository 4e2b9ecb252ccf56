import { plural, t } from '@lingui/core/macro';

/** What of a person an address can name. */
export const cardVariables = [
  'email',
  'phone',
  'external_id',
  'name',
  'platform',
  'contact_id',
] as const;
export type CardVariable = (typeof cardVariables)[number];

/** What is known of the person on screen, by variable; what is not known has no entry. */
export type CardValues = Readonly<Partial<Record<CardVariable, string>>>;

/** An address of a data card, read: where it leads never depends on whom it is filled for. */
export interface CardAddress {
  /** As it was entered, without blanks around it. */
  address: string;
  origin: string;
  /** In the order of the address, each once. */
  variables: CardVariable[];
}

/** Longest address that is taken, before and after its variables are filled in. */
const LONGEST_ADDRESS = 2_000;
const LONGEST_FILLED = 8_000;
const LONGEST_VALUE = 1_000;

const variablePattern = /\{([^{}]*)\}/g;
const example = '{email}';
const list = cardVariables.map((name) => `{${name}}`).join(' ');

/** Reads an address as it is entered, or says in a sentence what is wrong with it. */
export function readCardAddress(text: string): CardAddress | { problem: string } {
  const address = text.trim();
  const [, authority] = /^https:\/\/([^/?#\\]+)/i.exec(address) ?? [];
  if (authority === undefined) {
    return { problem: t`Enter an address that starts with https:// and a host.` };
  }
  if (address.length > LONGEST_ADDRESS) {
    return {
      problem: plural(LONGEST_ADDRESS, {
        other: 'The address is longer than # characters.',
      }),
    };
  }
  if (/[{}]/.test(authority)) {
    return {
      problem: t`Variables are allowed only after the host: where the address leads must be fixed.`,
    };
  }
  if (authority.includes('@')) {
    return { problem: t`Leave out the user name and password. Use the secret header instead.` };
  }
  if (/[\s\\\p{Cc}\p{Cs}]/u.test(address)) {
    return { problem: t`The address must not contain spaces or backslashes.` };
  }
  if (address.includes('#')) {
    return { problem: t`Leave out “#” and what follows it: it is never sent.` };
  }
  const names = [...address.matchAll(variablePattern)].map(([, name = '']) => name);
  const unknown = names.find((name) => !isVariable(name));
  if (unknown !== undefined) {
    const name = `{${unknown.slice(0, 40)}}`;
    return { problem: t`${name} is not a variable. Available: ${list}.` };
  }
  if (/[{}]/.test(address.replace(variablePattern, ''))) {
    return { problem: t`A brace is missing. Write variables like ${example}.` };
  }
  const variables = [...new Set(names.filter(isVariable))];
  if (!variables.some((name) => name !== 'platform')) {
    return { problem: t`Name the person with a variable, such as ?email=${example}.` };
  }
  const sample = address.replace(variablePattern, 'x');
  if (!URL.canParse(sample))
    return { problem: t`This is not a valid address. Check the host and the port.` };
  return { address, origin: new URL(sample).origin, variables };
}

export type FilledCardAddress =
  | { url: string; sent: CardValues; lacking?: undefined }
  /** What it needs and nobody knows of this person. */
  | { lacking: CardVariable[] };

/**
 * Puts values into an address, each encoded as one piece of a path or query: none can lead to another
 * host, another folder or a further parameter. What cannot be sent so counts as not known.
 */
export function fillCardAddress(card: CardAddress, values: CardValues): FilledCardAddress {
  const known = (name: CardVariable) => {
    const value = values[name]?.trim() ?? '';
    return value === '' || value.length > LONGEST_VALUE ? undefined : value;
  };
  const lacking = card.variables.filter((name) => known(name) === undefined);
  if (lacking.length > 0) return { lacking };
  const fill = (text: string) =>
    text.replace(variablePattern, (_whole, name: string) =>
      isVariable(name) ? encoded(known(name) ?? '') : '',
    );
  // A piece of a path that is nothing but dots would be a step up.
  const [path = ''] = card.address.split('?');
  const climbs = path.split('/').filter((piece) => /^(?:\.|%2e){1,2}$/i.test(fill(piece)));
  const culprits = card.variables.filter((name) =>
    climbs.some((piece) => piece.includes(`{${name}}`)),
  );
  if (culprits.length > 0) return { lacking: culprits };
  const filled = fill(card.address);
  if (filled.length > LONGEST_FILLED || !URL.canParse(filled)) return { lacking: card.variables };
  const url = new URL(filled);
  if (url.origin !== card.origin) return { lacking: card.variables };
  const sent = Object.fromEntries(card.variables.map((name) => [name, known(name)]));
  return { url: url.href, sent };
}

function isVariable(name: string): name is CardVariable {
  return cardVariables.some((each) => each === name);
}

/** Also what `encodeURIComponent` leaves as it is, and half of a character that takes two. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Who is asked for in a test of a card: nobody has this address, number or id. */
export const madeUpPerson: Required<CardValues> = {
  email: 'test.person@example.com',
  phone: '+1 202 555 0100',
  external_id: 'test-0',
  name: 'Test Person',
  platform: 'test',
  contact_id: 'test-0',
};
