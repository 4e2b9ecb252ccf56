import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');
const pictures = [
  'chatwoot',
  'kustomer',
  'chaport',
  'chatra',
  'replies',
  'notes',
  'options',
  'conflict',
  'bulk',
  'cards',
  'whole-conversation',
  'everywhere',
  'complete-contact',
  'past-answers',
  'set-up-panel',
  'set-up-helpdesks',
  'set-up-direct',
  'set-up-membrane',
];

test('the demo shows every helpdesk and every part of the panel, also without a display', async () => {
  test.setTimeout(480_000);
  const began = Date.now();
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const demo = spawn('node', ['test/demo/start.mjs'], { cwd: root, env, stdio: 'pipe' });
  let told = '';
  for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (data) => (told += data));
  const [code] = await once(demo, 'exit');
  expect(code, told).toBe(0);
  for (const name of pictures) {
    const { mtimeMs } = await stat(path.join(root, `test-results/demo/${name}.png`));
    expect(mtimeMs, name).toBeGreaterThan(began);
  }
});
