import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ActivityWatch } from '../lib/page/activity-watch';
import { startOnPage } from '../lib/page/start';
import { chatwootPage } from '../lib/platforms/chatwoot/page/adapter';

export default defineUnlistedScript(() => startOnPage(chatwootPage, ActivityWatch));
