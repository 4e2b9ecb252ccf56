import { Editor, EditorState, getDefaultKeyBinding, KeyBindingUtil } from 'draft-js';
import { type KeyboardEvent, useState } from 'react';
import { post } from './data';
import { Icon } from './icons';
import { cls } from './names';

interface ComposerProps {
  conversationId: string;
  kind: 'reply' | 'note';
  label: string | undefined;
  onSent: () => void;
}

const texts = {
  reply: { placeholder: 'Write a reply…', button: 'Send' },
  note: { placeholder: 'Add a note for your team…', button: 'Post note' },
};

function keyBinding(event: KeyboardEvent): string | null {
  const sends = event.key === 'Enter' && KeyBindingUtil.hasCommandModifier(event);
  return sends ? 'send' : getDefaultKeyBinding(event);
}

/** One Draft.js editor with its button; the only thing in the page that sends. */
export function Composer({ conversationId, kind, label, onSent }: ComposerProps) {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const text = state.getCurrentContent().getPlainText('\n');

  async function send(): Promise<void> {
    if (text.trim() === '') return;
    await post('send', { conversationId, kind, text });
    setState(EditorState.createEmpty());
    onSent();
  }

  return (
    <div className={cls('editor', `editor-${kind}`)}>
      <div className={cls('editor-text')}>
        <Editor
          editorState={state}
          onChange={setState}
          placeholder={texts[kind].placeholder}
          keyBindingFn={keyBinding}
          handleKeyCommand={(command) => {
            if (command !== 'send') return 'not-handled';
            void send();
            return 'handled';
          }}
          spellCheck
          {...(label === undefined ? {} : { ariaLabel: label })}
        />
      </div>
      <div className={cls('editor-bar')}>
        {kind === 'reply' &&
          ['bold', 'link', 'smile', 'clip', 'bolt'].map((name) => (
            <button key={name} type="button" className={cls('tool')} aria-label={name}>
              <Icon name={name} size={15} />
            </button>
          ))}
        <button
          type="button"
          className={cls('send', `send-${kind}`)}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          {texts[kind].button}
        </button>
      </div>
    </div>
  );
}
