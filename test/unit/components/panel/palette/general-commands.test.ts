// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { generalCommands } from '../../../../../components/panel/palette/general-commands';
import { connection, panelSnapshot, platform } from '../snapshots';

const idsOf = (given: Parameters<typeof panelSnapshot>[0], kind: 'no-helpdesk' | 'welcome') =>
  generalCommands(panelSnapshot(given), { kind }).map(({ id }) => id);

test('what is stored can be searched once a helpdesk is connected', () => {
  const connections = [connection('cw', 'chatwoot', 'Support')];
  const platforms = [platform('chatwoot', 'Chatwoot')];
  expect(idsOf({ connections, platforms }, 'no-helpdesk')).toContain('everywhere');
  expect(idsOf({ connections: [], platforms }, 'welcome')).not.toContain('everywhere');
});

test('the settings and the keys are always there', () => {
  const ids = idsOf({ connections: [] }, 'welcome');
  expect(ids).toEqual(['settings', 'manage-responses', 'connections', 'shortcuts']);
});
