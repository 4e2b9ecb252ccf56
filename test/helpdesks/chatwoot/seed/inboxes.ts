import type { Inbox } from '../tables';

const channels: Record<string, { name: string; channelType: string; provider?: string }> = {
  chat: { name: 'Website chat', channelType: 'Channel::WebWidget' },
  email: { name: 'Support mail', channelType: 'Channel::Email' },
  whatsapp: { name: 'WhatsApp', channelType: 'Channel::Whatsapp', provider: 'whatsapp_cloud' },
  sms: { name: 'SMS', channelType: 'Channel::Sms', provider: 'default' },
  facebook: { name: 'Facebook page', channelType: 'Channel::FacebookPage' },
  instagram: { name: 'Instagram', channelType: 'Channel::Instagram' },
  telegram: { name: 'Telegram', channelType: 'Channel::Telegram' },
  api: { name: 'Phone calls', channelType: 'Channel::Api' },
  twilio: { name: 'WhatsApp Brasil', channelType: 'Channel::TwilioSms' },
};

const numbers: Readonly<Record<string, string>> = {
  whatsapp: '+498912345670',
  sms: '+498912345670',
  twilio: 'whatsapp:+551130901820',
};

const channelNames = Object.keys(channels);

/** The inboxes of one account, one per channel. Account 1 has ids from 1, account 2 from 21. */
export function createInboxes(accountId: number): Inbox[] {
  return Object.entries(channels).map(([key, channel], index) => ({
    id: (accountId - 1) * 20 + index + 1,
    name: channel.name,
    channelType: channel.channelType,
    provider: channel.provider ?? null,
    email: key === 'email' ? 'support@acme-outdoor.example' : null,
    phoneNumber: numbers[key] ?? null,
  }));
}

/** Inbox id for a channel of the stories; what Chatwoot has no channel for (voice) is an API inbox. */
export function inboxIdFor(accountId: number, channel: string): number {
  const known = channelNames.indexOf(channel);
  const position = known === -1 ? channelNames.indexOf('api') : known;
  return (accountId - 1) * 20 + position + 1;
}
