import { explainMembraneAnswer } from '../../../lib/http/membrane/explain-answer';
import { Refusals } from '../../../lib/http/membrane/refusals';
import { createMembraneTransport } from '../../../lib/http/membrane/transport';
import type { Transport } from '../../../lib/http/transport';
import type { Connection } from '../../../lib/model/connection';
import { definitionOf } from '../../../lib/platforms/registry';
import type { Emulator } from '../../helpdesks/core/emulator';
import { baseOf } from '../../helpdesks/membrane/apps';
import { createMembrane } from '../../helpdesks/membrane/emulator';
import { addressOf, apiOver, type EmulatedRecord, readAnswer } from './emulated';
import { membraneIdOf } from './through-membrane';

/** The ways on which a platform is reached. */
export const ways = ['directly', 'through Membrane'] as const;
export type Way = (typeof ways)[number];

/** Each case over each way. */
export function overBothWays<Case extends { name: string }>(cases: readonly Case[]) {
  return cases.flatMap((each) =>
    ways.map((way) => ({ ...each, way, name: `${each.name}, ${way}` })),
  );
}

interface Opened {
  emulator: Emulator;
  connection: Connection;
  transport: Transport;
  records: EmulatedRecord[];
}

/** An emulated platform that was opened, reached this way: everything asked of it goes there. */
export function reach<T extends Opened>(way: Way, opened: T): T {
  if (way === 'directly') return opened;
  const { connection } = opened;
  const transport = throughOwnMembrane(opened);
  const api = apiOver(connection, transport);
  return { ...opened, transport, records: opened.records.map((each) => ({ ...each, api })) };
}

/** Through an emulated Membrane of the platform's own, without a network. */
function throughOwnMembrane({ emulator, connection: { platform, apiOrigin } }: Opened): Transport {
  const membrane = createMembrane([emulator]);
  const token = membrane.token('desk');
  const line: Transport = {
    async send({ method, path, query, body, signal }) {
      signal.throwIfAborted();
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
      };
      const url = addressOf('https://api.getmembrane.com', path, query);
      const text = body === undefined ? null : JSON.stringify(body);
      const answer = await membrane.handle(new Request(url, { method, headers, body: text }));
      return readAnswer(answer, (refused) =>
        explainMembraneAnswer({ ...refused, path }, Date.now()),
      );
    },
  };
  const { relay } = definitionOf(platform);
  return createMembraneTransport({
    line,
    connectionId: membraneIdOf({ membrane }, platform),
    route: { kind: 'prefix', prefix: baseOf(platform, membrane.switches) },
    apiOrigin,
    isVendorHost: relay.isVendorHost(new URL(apiOrigin).hostname),
    refusesInJson: relay.refusesInJson,
    refusals: new Refusals(Date.now),
  });
}
