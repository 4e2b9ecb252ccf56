import { expect, it } from 'vitest';
import { chaportStatus } from '../../../../../lib/platforms/chaport/history/conversation-status';

it.each([
  ['initiated', 'open'],
  ['responded', 'open'],
  ['engaged', 'open'],
  ['offline', 'pending'],
  ['closed', 'resolved'],
  ['a new stage', 'unknown'],
  ['constructor', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
])('a chat at the stage %s is %s', (stage, status) => {
  expect(chaportStatus(stage)).toBe(status);
});
