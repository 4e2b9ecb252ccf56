import { t } from '@lingui/core/macro';
import { formatList } from './format-list';

/**
 * A conversation's channel, or several separated by commas, in the language in use. It is stored under the
 * name that the platform's adapter uses, because limits go by that name; product names are not translated.
 */
export function channelWords(channel: string): string {
  return formatList(channel.split(', ').map(wordsOf));
}

function wordsOf(name: string): string {
  switch (name) {
    case 'Live chat':
      return t`Live chat`;
    case 'Chat':
      return t({ message: 'Chat', context: 'channel' });
    case 'E-mail':
      return t({ message: 'E-mail', context: 'channel' });
    case 'Phone':
      return t({ message: 'Phone', context: 'channel' });
    case 'Form':
      return t({ message: 'Form', context: 'channel' });
    case 'Portal':
      return t({ message: 'Portal', context: 'channel' });
    case 'Facebook wall':
      return t`Facebook wall`;
    case 'Twitter message':
      return t`Twitter message`;
    case 'Instagram comment':
      return t`Instagram comment`;
    default:
      return name;
  }
}
