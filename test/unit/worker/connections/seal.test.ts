import { expect, test } from 'vitest';
import { sealWith } from '../../../../lib/worker/connections/seal';

test('is the same for all who hold the keys, and another for any other text or key', async () => {
  const seal = await sealWith({ publicKey: 'a', secretKey: 'b' }, 'text');
  expect(seal).toMatch(/^[0-9a-f]{16}$/);
  expect(await sealWith({ secretKey: 'b', publicKey: 'a' }, 'text')).toBe(seal);
  expect(await sealWith({ publicKey: 'a', secretKey: 'c' }, 'text')).not.toBe(seal);
  expect(await sealWith({ publicKey: 'a', secretKey: 'b' }, 'other')).not.toBe(seal);
});
