import type { World } from '../../world/types';
import type { ChatwootSwitches } from '../switches';
import type { Installation } from '../tables';
import { tokens } from '../tokens';
import { createAccount } from './account';
import { createOutsider, createUsers } from './users';

type Order = ChatwootSwitches['messageOrder'];

export const cloudHost = 'app.chatwoot.com';
export const selfHostedHost = 'support.acme-outdoor.example';

/**
 * Chatwoot Cloud: account 1 "Acme Outdoor" with everybody in the world who is on Chatwoot, account 2 "Acme
 * Wholesale" with every third of them (the first included).
 */
export function createCloud(world: World, order: Order): Installation {
  const installation = createInstallation(cloudHost, world, [1, 2], 4000);
  const people = peopleOnChatwoot(world);
  const common = { users: installation.users, botId: installation.bot.id, order };
  installation.users.push(
    createOutsider('Noor Haddad', 'noor@acme-wholesale.example', tokens.otherAccount, 2),
  );
  installation.accounts.push(
    createAccount(
      { ...common, id: 1, name: 'Acme Outdoor', people, nextId: installation.nextId },
      world,
    ),
    createAccount(
      {
        ...common,
        id: 2,
        name: 'Acme Wholesale',
        people: people.filter((_, index) => index % 3 === 0),
        nextId: installation.nextId,
      },
      world,
    ),
  );
  return installation;
}

/** The self-hosted server: account 1 with every second person (the first included), own ids. */
export function createSelfHosted(world: World, order: Order): Installation {
  const installation = createInstallation(selfHostedHost, world, [1], 70_000);
  installation.users.push(
    createOutsider('Ilse Brandt', 'ilse@acme-outdoor.example', tokens.selfHosted, 1),
  );
  installation.accounts.push(
    createAccount(
      {
        id: 1,
        name: 'Acme Outdoor Support',
        people: peopleOnChatwoot(world).filter((_, index) => index % 2 === 0),
        users: installation.users,
        botId: installation.bot.id,
        order,
        nextId: installation.nextId,
      },
      world,
    ),
  );
  return installation;
}

function createInstallation(
  host: string,
  world: World,
  accountIds: readonly number[],
  firstId: number,
): Installation {
  let id = firstId;
  return {
    host,
    origin: `https://${host}`,
    users: createUsers(world.agents, accountIds),
    bot: { id: 1, name: 'Trail Guide' },
    accounts: [],
    nextId: () => {
      id += 1;
      return id;
    },
  };
}

function peopleOnChatwoot(world: World): World['people'] {
  return world.people.filter((person) => (person.chatwoot?.length ?? 0) > 0);
}
