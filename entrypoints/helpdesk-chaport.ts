import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ActivityWatch } from '../lib/page/activity-watch';
import { startOnPage } from '../lib/page/start';
import { chaportPage } from '../lib/platforms/chaport/page/adapter';

export default defineUnlistedScript(() => startOnPage(chaportPage, ActivityWatch));
