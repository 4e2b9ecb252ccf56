import PanelRight from 'lucide-react/icons/panel-right';
import { useEffect, useRef } from 'react';
import { Avatar } from './avatar';
import { MessageBubble } from './message-bubble';
import { ReplyBox } from './reply-box';
import type { ConversationView, DeskView } from './view';

interface ConversationPaneProps {
  desk: DeskView;
  conversation: ConversationView;
  sidebarOpen: boolean;
  onToggleSidebar(): void;
  onChanged(): Promise<void>;
  onModel(markdown: string): void;
}

/** The open conversation: header, messages, composer. */
export function ConversationPane(props: ConversationPaneProps) {
  const { conversation, desk } = props;
  const end = useRef<HTMLLIElement>(null);
  const newest = conversation.messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message scrolls to the end.
  useEffect(() => {
    void end.current?.scrollIntoView();
  }, [newest, conversation.id]);
  return (
    <div className="conversation-details-wrap">
      <header className="conversation--header">
        <Avatar name={conversation.contact.name} size={32} />
        <div className="who">
          <b dir="auto">{conversation.contact.name}</b>
          <span dir="auto">{conversation.subject || conversation.inboxName}</span>
        </div>
        <div className="conversation--header--actions">
          <button type="button" className="copy-id">
            #{conversation.id}
          </button>
          <button type="button" className="resolve">
            {conversation.status === 'resolved' ? 'Reopen' : 'Resolve'}
          </button>
          <button
            type="button"
            className="icon"
            title={props.sidebarOpen ? 'Close contact' : 'Open contact'}
            aria-pressed={props.sidebarOpen}
            onClick={props.onToggleSidebar}
          >
            <PanelRight size={16} />
          </button>
        </div>
      </header>
      <ul className="conversation-panel">
        {conversation.messages.map((message) => (
          <MessageBubble key={message.id} message={message} />
        ))}
        <li ref={end} className="end" aria-hidden="true" />
      </ul>
      <div className="resizable-editor-wrapper">
        <ReplyBox
          desk={desk}
          conversation={conversation}
          onSent={props.onChanged}
          onModel={props.onModel}
        />
      </div>
    </div>
  );
}
