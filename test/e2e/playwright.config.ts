import path from 'node:path';
import { defineConfig } from '@playwright/test';

const results = path.resolve(import.meta.dirname, '../../test-results');

export default defineConfig({
  testDir: '.',
  outputDir: path.join(results, 'e2e'),
  // One browser at a time: the tests must pass on two slow cores.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    // Whatever cannot be clicked for so long fails by itself, and does not take all of the test's time.
    actionTimeout: 30_000,
  },
  forbidOnly: true,
  // Further tries tell a slow machine from a defect; the report names what needed them.
  retries: process.env['CI'] === undefined ? 0 : 2,
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
});
