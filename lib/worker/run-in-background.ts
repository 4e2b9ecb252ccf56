import { recordBackgroundFailure } from '../storage/background-failures';

/**
 * Does work that nothing waits for. A failure is kept for the diagnostics under the name given here, and
 * shows as an unhandled rejection in the worker's console; work that was stopped has not failed.
 */
export function runInBackground(name: string, work: () => Promise<unknown>): void {
  work().catch(async (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    const kind = error instanceof Error ? error.name : typeof error;
    await recordBackgroundFailure({ work: name, error: kind, at: Date.now() });
    throw error;
  });
}
