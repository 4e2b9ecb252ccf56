import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { STEP_MS } from '../../browser/expect';
import { whyNoFirefox } from '../../browser/firefox/find-firefox';

const results = path.resolve(import.meta.dirname, '../../../test-results');

const reason = whyNoFirefox();
if (reason !== undefined) console.log(reason);

export default defineConfig({
  testDir: '.',
  globalSetup: '../global-setup.mjs',
  testIgnore: reason === undefined ? [] : ['**'],
  outputDir: path.join(results, 'firefox'),
  // One browser and one display for all: starting them takes as long as a test.
  workers: 1,
  // Most take a tenth of this: a machine may be ten times as slow.
  timeout: 180_000,
  expect: { timeout: STEP_MS },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e-firefox.json') }]],
});
