import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOnPage } from '../lib/page/start';
import { chaportPage } from '../lib/platforms/chaport/page/adapter';

export default defineUnlistedScript(() => startOnPage(chaportPage));
