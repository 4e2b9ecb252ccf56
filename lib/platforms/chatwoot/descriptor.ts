import type { PlatformDescriptor } from '../../model/descriptor';
import { CLOUD_ORIGIN } from './fields';
import { noteLength } from './notes';
import { replyLimits } from './reply-limits';

/** Chatwoot in words: the form, where the key is, what to expect. */
export const descriptor: PlatformDescriptor = {
  name: 'chatwoot',
  label: 'Chatwoot',
  color: { light: '#1f6fd6', dark: '#7ab8ff' },
  icon: '/platforms/chatwoot.svg',
  capabilities: {
    find: 'api',
    history: 'api',
    replies: 'write',
    plainReplies: true,
    replyLimits,
    notes: { kind: 'list', maxLength: noteLength },
  },
  form: [
    {
      name: 'origin',
      label: 'Address',
      kind: 'url',
      required: false,
      placeholder: CLOUD_ORIGIN,
      help: 'Where you sign in to Chatwoot. Leave it empty for Chatwoot Cloud, or paste the address of any page of your dashboard.',
    },
    {
      name: 'token',
      label: 'Access token',
      kind: 'secret',
      required: true,
      help: 'Your own access token, from your profile settings.',
    },
    {
      name: 'account',
      label: 'Account number',
      kind: 'text',
      required: false,
      placeholder: '1',
      help: 'The number after /app/accounts/ in the address bar. Only needed if you work in several accounts; otherwise the one you used last is taken.',
    },
  ],
  keyHelp:
    'In Chatwoot, click your picture, open Profile settings and copy the access token at the end of the page. Tokens of agent bots and of platform apps do not work here.',
  rights: [
    'The token can do what you can do in Chatwoot; there are no separate rights to choose.',
    'With the role Agent you see the conversations of your own inboxes, with the role Administrator all of them.',
    'With a custom role, conversations appear as far as the role lets you manage them.',
  ],
  limits: [
    'Before version 4.14.2, Chatwoot lists only the 20 latest conversations of a contact.',
    'Visitors without e-mail address, phone number and identifier cannot be searched for; they appear when their conversation is open.',
    'A long history is read as you scroll, the newest messages first.',
  ],
};
