const words: ReadonlyMap<string, string> = new Map([
  ['WebWidget', 'Live chat'],
  ['Api', 'API'],
  ['Email', 'E-mail'],
  ['FacebookPage', 'Facebook'],
  ['Instagram', 'Instagram'],
  ['Whatsapp', 'WhatsApp'],
  // Chatwoot uses one type for both SMS and WhatsApp over Twilio.
  ['TwilioSms', 'Twilio'],
  ['Sms', 'SMS'],
  ['Telegram', 'Telegram'],
  ['Line', 'LINE'],
  ['TwitterProfile', 'Twitter'],
  ['Tiktok', 'TikTok'],
]);

/** Words for `meta.channel`, e.g. `Channel::WebWidget`; an unknown channel keeps its own name. */
export function channelName(raw: string | undefined): string | undefined {
  const name = raw?.replace(/^Channel::/, '') ?? '';
  return words.get(name) ?? (name === '' ? undefined : name);
}
