import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideWalkTools } from '../lib/walk/page-walk';

export default defineUnlistedScript(provideWalkTools);
