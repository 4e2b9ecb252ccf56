import { expect as impatient } from '@playwright/test';

/** How long (ms) a slow and busy machine may take for one step. */
export const STEP_MS = 30_000;

/**
 * Playwright's `expect`, as patient where no test runs as it is there: the demo and the benchmarks have no
 * configuration, and without one it gives up after five seconds.
 */
export const expect = impatient.configure({ timeout: STEP_MS });
