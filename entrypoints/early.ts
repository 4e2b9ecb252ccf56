import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectEarlyKeys } from '../components/panel/early-keys';
import { wakeStorage } from '../lib/storage/wake-storage';

export default defineUnlistedScript(() => {
  collectEarlyKeys(document);
  wakeStorage(indexedDB);
});
