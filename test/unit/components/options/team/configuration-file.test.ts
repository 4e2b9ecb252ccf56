import { describe, expect, it } from 'vitest';
import {
  formAddress,
  readConfiguration,
  unconnected,
  writeConfiguration,
} from '../../../../../components/options/team/configuration-file';
import { parrot, parrotConnection } from '../examples';

const settings = {
  retentionDays: 90,
  ownDomains: ['example.com'],
  noteScope: 'here',
  agentName: 'Canary Name',
  teamUrl: 'https://canary.example',
} as const;

describe('a team’s configuration', () => {
  it('comes back as it went, and holds no key, person or id of this browser', () => {
    const connection = parrotConnection({
      agentName: 'Canary Agent',
      agentEmail: 'canary@mail.example',
      facts: { probe: 'canary' },
      fields: { origin: 'https://parrot.example', region: 'us', token: 'canary-token' },
    });
    const text = writeConfiguration([connection], [parrot], {
      ...settings,
      ownDomains: [...settings.ownDomains],
    });
    expect(text.toLowerCase()).not.toMatch(/canary|parrot-1/);
    expect(readConfiguration(text, [parrot])).toEqual({
      helpdesks: [
        {
          platform: 'parrot',
          label: 'Acme Support',
          fields: { origin: 'https://parrot.example', region: 'us' },
        },
      ],
      settings: { retentionDays: 90, ownDomains: ['example.com'], noteScope: 'here' },
      left: [],
    });
  });

  it('with errors is taken in part, and what is left out is told', () => {
    const file = {
      deskside: 'team configuration',
      version: 1,
      helpdesks: [
        { platform: 'parrot', fields: { origin: 'https://a.example', token: 'canary' } },
        { platform: 'falcon', fields: {} },
        { platform: 7 },
      ],
      settings: { retentionDays: 0, noteScope: 'browser', __proto__: null, colour: 'blue' },
    };
    const read = readConfiguration(JSON.stringify(file), [parrot]);
    if (typeof read === 'string') throw new Error(read);
    expect(read.helpdesks).toEqual([
      { platform: 'parrot', fields: { origin: 'https://a.example' } },
    ]);
    expect(read.settings).toEqual({ noteScope: 'browser' });
    expect(read.left).toHaveLength(5);
  });

  it('is told from every other file', () => {
    const others = [
      '',
      'x',
      '[]',
      'null',
      '{"deskside":"canned responses","version":1}',
      '{"deskside":"team configuration","version":2}',
    ];
    for (const other of others) expect(readConfiguration(other, [parrot])).toMatch(/not a file/);
  });

  it('offers what is not connected yet, with its answers in the address', () => {
    const helpdesk = {
      platform: 'parrot',
      fields: { origin: 'https://b.example?x=1&y', region: 'eu' },
    };
    const known = parrotConnection({ fields: helpdesk.fields });
    expect(unconnected([helpdesk], [parrotConnection()])).toEqual([helpdesk]);
    expect(unconnected([helpdesk], [known])).toEqual([]);
    const [, query] = formAddress(helpdesk).split(/\?(.*)/);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(helpdesk.fields);
  });

  it.each([
    [{ origin: 'https://parrot.example' }, []],
    [{ origin: 'https://Parrot.example/', account: '1' }, []],
    [{ origin: 'parrot.example' }, []],
    [{ origin: 'https://parrot.example/app/accounts/1/inbox' }, []],
    [{ origin: 'https://parrot.example/app/accounts/2/inbox' }, ['parrot']],
    [{ origin: 'https://parrot.example', account: '2' }, ['parrot']],
    [{ origin: 'https://other.example' }, ['parrot']],
    [{ region: 'eu' }, ['parrot']],
  ])('knows what is connected although it was typed in another way: %o', (fields, open) => {
    const typed = { origin: 'https://parrot.example/app/accounts/1/dashboard', region: 'us' };
    const known = parrotConnection({ fields: typed });
    const left = unconnected([{ platform: 'parrot', fields }], [known]);
    expect(left.map(({ platform }) => platform)).toEqual(open);
  });
});
