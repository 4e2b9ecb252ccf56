import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOnPage } from '../lib/page/start';
import { chatraPage } from '../lib/platforms/chatra/page/adapter';

export default defineUnlistedScript(() => startOnPage(chatraPage));
