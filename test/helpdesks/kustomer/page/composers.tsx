import { useEffect, useState } from 'react';
import { Composer } from './composer';
import type { PageConversation, PageSettings } from './data';
import { Icon } from './icons';
import { cls } from './names';

/** The reply and the note editor; they appear a moment after the content above them. */
export function Composers(props: {
  conversation: PageConversation;
  to: string;
  settings: PageSettings;
  noteToo: boolean;
  onSent: () => void;
}) {
  const { conversation, settings } = props;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), settings.composerDelay);
    return () => clearTimeout(timer);
  }, [settings.composerDelay]);
  if (!ready) return <div className={cls('dock', 'dock-empty')} />;
  const label = (name: string) => (settings.editorLabels ? name : undefined);
  return (
    <section className={cls('dock')}>
      <div className={cls('dock-head')}>
        <span className={cls('channel')}>
          <Icon name={conversation.channel} size={14} />
          {conversation.channel}
        </span>
        <span className={cls('recipient')}>
          To <b dir="auto">{props.to}</b>
        </span>
        {props.noteToo && (
          <button
            type="button"
            className={cls('tool')}
            aria-label="Pop out reply"
            onClick={() =>
              window.open(`/app/popout/${conversation.id}`, '_blank', 'width=520,height=420')
            }
          >
            <Icon name="popout" size={15} />
          </button>
        )}
      </div>
      <Composer
        conversationId={conversation.id}
        kind="reply"
        label={label('Reply')}
        onSent={props.onSent}
      />
      {props.noteToo && (
        <Composer
          conversationId={conversation.id}
          kind="note"
          label={label('Internal note')}
          onSent={props.onSent}
        />
      )}
    </section>
  );
}
