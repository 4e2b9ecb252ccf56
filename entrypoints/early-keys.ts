import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectEarlyKeys } from '../components/panel/early-keys';

export default defineUnlistedScript(() => collectEarlyKeys(document));
