import CircleAlert from 'lucide-react/icons/circle-alert';
import Lock from 'lucide-react/icons/lock';
import Paperclip from 'lucide-react/icons/paperclip';
import { MarkdownText } from './markdown-text';
import type { MessageView } from './view';
import { exactTime, fileSize } from './words';

/** One message: the customer's on the left, ours on the right, notes in amber, system lines small. */
export function MessageBubble({ message }: { message: MessageView }) {
  if (message.type === 'activity') {
    return (
      <li className="activity" id={`message${message.id}`}>
        <span dir="auto">{message.text}</span> · <time>{exactTime(message.at)}</time>
      </li>
    );
  }
  return (
    <li className={sideOf(message)} id={`message${message.id}`}>
      <div className={message.deleted ? 'bubble is-deleted' : 'bubble'}>
        <p dir="auto">
          <MarkdownText text={message.text} />
        </p>
        {message.attachments.map((file) => (
          <a key={file.url} className="file" href={file.url} target="_blank" rel="noreferrer">
            {file.image ? <img src={file.url} alt={file.name} /> : <Paperclip size={14} />}
            <span>{file.name}</span>
            <small>{fileSize(file.size)}</small>
          </a>
        ))}
        <footer>
          {message.private && <Lock size={11} />}
          {message.author !== '' && <span>{message.author}</span>}
          <time>{exactTime(message.at)}</time>
        </footer>
      </div>
      {message.error !== null && (
        <p className="failed">
          <CircleAlert size={12} /> {message.error}
        </p>
      )}
    </li>
  );
}

function sideOf(message: MessageView): string {
  if (message.private) return 'right note';
  return message.type === 'incoming' ? 'left' : 'right';
}
