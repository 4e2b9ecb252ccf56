// Runs before each file of unit tests: Dexie looks for a database when it is first imported.
import 'fake-indexeddb/auto';
