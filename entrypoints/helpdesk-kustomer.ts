import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOnPage } from '../lib/page/start';
import { kustomerPage } from '../lib/platforms/kustomer/page/adapter';

export default defineUnlistedScript(() => startOnPage(kustomerPage));
