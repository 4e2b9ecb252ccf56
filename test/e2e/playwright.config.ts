import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { STEP_MS } from '../browser/expect';

const results = path.resolve(import.meta.dirname, '../../test-results');

export default defineConfig({
  testDir: '.',
  globalSetup: './global-setup.mjs',
  testIgnore: path.join(import.meta.dirname, 'firefox/**'),
  outputDir: path.join(results, 'e2e'),
  // Each has a browser of its own. Two keep two slow cores busy, but for the tests that wait for a platform's pace.
  workers: 3,
  fullyParallel: true,
  // Most take a tenth of this: two slow cores may be busy with two others.
  timeout: 180_000,
  expect: { timeout: STEP_MS },
  use: {
    // Whatever cannot be clicked for so long fails by itself, and does not take all of the test's time.
    actionTimeout: STEP_MS,
  },
  forbidOnly: true,
  // What fails now and then is a defect of the test or of the product.
  retries: 0,
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
});
