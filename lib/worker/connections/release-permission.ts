import { browser } from 'wxt/browser';
import { matchPatternOf, matchPatternsOf } from '../../model/match-patterns';
import { database } from '../../storage/database';
import { readMembraneAccount } from '../../storage/membrane-account';

/**
 * Gives the permission for the host of an address back, unless a connection, a data card, Membrane or
 * the team's file at `teamUrl` needs it.
 */
export async function releaseUnlessNeeded(
  address: string,
  teamUrl: string | undefined,
): Promise<void> {
  const [connections, cards, account] = await Promise.all([
    database.connections.toArray(),
    database.cards.toArray(),
    readMembraneAccount(),
  ]);
  const others = [account?.base, teamUrl, ...cards.map(({ origin }) => origin)];
  const needed = [
    ...connections.flatMap(matchPatternsOf),
    ...others.flatMap((each) =>
      each !== undefined && URL.canParse(each) ? [matchPatternOf(each)] : [],
    ),
  ];
  const pattern = matchPatternOf(address);
  if (!needed.includes(pattern)) await browser.permissions.remove({ origins: [pattern] });
}
