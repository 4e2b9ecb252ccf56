import { t } from '@lingui/core/macro';
import type { ConversationStatus } from '../../lib/model/history';

/** The status of a conversation, in a word or two. */
export function statusWord(status: ConversationStatus): string {
  switch (status) {
    case 'open':
      return t({ message: 'Open', context: 'state of a conversation' });
    case 'pending':
      return t({ message: 'Pending', context: 'state of a conversation' });
    case 'snoozed':
      return t({ message: 'Snoozed', context: 'state of a conversation' });
    case 'resolved':
      return t({ message: 'Resolved', context: 'state of a conversation' });
    case 'unknown':
      return t`Status unknown`;
  }
}
