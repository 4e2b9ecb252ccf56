// Runs before each file of unit tests: Dexie looks for a database when it is first imported.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// So does WXT's storage for a browser, and keeps it for the whole thread. Imported first when a file had just ended,
// it found none.
vi.stubGlobal('chrome', fakeBrowser);
await import('wxt/utils/storage');
