import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ActivityWatch } from '../lib/page/activity-watch';
import { startOnPage } from '../lib/page/start';
import { kustomerPage } from '../lib/platforms/kustomer/page/adapter';

export default defineUnlistedScript(() => startOnPage(kustomerPage, ActivityWatch));
