import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideInsertionTools } from '../lib/page/insertion-tools';

export default defineUnlistedScript(provideInsertionTools);
