import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideWalkTools } from '../lib/walk/conversation-walk';

export default defineUnlistedScript(provideWalkTools);
