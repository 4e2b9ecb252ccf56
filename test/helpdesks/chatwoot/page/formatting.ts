/** What an editor may contain: the schema is built from it, and a paste is cut down to it. */
export interface Formatting {
  marks: string[];
  nodes: string[];
  menu: string[];
}

const lists = ['bulletList', 'orderedList'];
const rich: Formatting = {
  marks: ['strong', 'em', 'code', 'link', 'strike'],
  nodes: [...lists, 'codeBlock', 'blockquote'],
  menu: ['strong', 'em', 'code', 'link', 'strike', ...lists, 'undo', 'redo'],
};
const plain: Formatting = { marks: [], nodes: [], menu: ['undo', 'redo'] };
const whatsapp: Formatting = {
  marks: ['strong', 'em', 'code', 'strike'],
  nodes: [...lists, 'codeBlock'],
  menu: ['strong', 'em', 'code', 'strike', ...lists, 'undo', 'redo'],
};

/** The dashboard's table of formatting per channel; notes and unknown channels get everything. */
const byChannel: Record<string, Formatting> = {
  'Channel::Email': {
    marks: ['strong', 'em', 'code', 'link'],
    nodes: [...rich.nodes, 'image'],
    menu: ['strong', 'em', 'code', 'link', ...lists, 'undo', 'redo'],
  },
  'Channel::WebWidget': { ...rich, nodes: [...rich.nodes, 'image'] },
  'Channel::Api': { marks: ['strong', 'em'], nodes: [], menu: ['strong', 'em', 'undo', 'redo'] },
  'Channel::FacebookPage': whatsapp,
  'Channel::Whatsapp': whatsapp,
  'Channel::Instagram': {
    ...whatsapp,
    nodes: lists,
  },
  'Channel::Telegram': {
    marks: ['strong', 'em', 'link', 'code'],
    nodes: [],
    menu: ['strong', 'em', 'link', 'code', 'undo', 'redo'],
  },
  'Channel::Line': {
    marks: ['strong', 'em', 'code', 'strike'],
    nodes: ['codeBlock'],
    menu: ['strong', 'em', 'code', 'strike', 'undo', 'redo'],
  },
  'Channel::Sms': plain,
  'Channel::Tiktok': plain,
  'Channel::TwilioSms': plain,
};

export function formattingFor(channelType: string, note: boolean): Formatting {
  return note ? rich : (byChannel[channelType] ?? rich);
}

/** Longest reply a channel takes, in characters; a longer one cannot be sent. */
export function lengthLimit(channelType: string, note: boolean): number {
  const limits: Record<string, number> = {
    'Channel::Email': 25_000,
    'Channel::Whatsapp': 4096,
    'Channel::Telegram': 4096,
    'Channel::FacebookPage': 2000,
    'Channel::Instagram': 1000,
    'Channel::Sms': 320,
    'Channel::TwilioSms': 320,
  };
  return note ? 10_000 : (limits[channelType] ?? 10_000);
}

/** Whether this server version writes replies on this channel in ProseMirror, not in a textarea. */
export function isRich(version: string, channelType: string, note: boolean): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const release = major * 100 + minor;
  if (note || release >= 410) return true;
  const channels = ['Channel::WebWidget', 'Channel::Email'];
  if (release === 409) channels.push('Channel::Api');
  return channels.includes(channelType);
}
