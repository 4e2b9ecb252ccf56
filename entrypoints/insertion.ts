import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideInserter } from '../lib/page/inserter';

export default defineUnlistedScript(provideInserter);
