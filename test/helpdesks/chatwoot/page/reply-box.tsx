import Send from 'lucide-react/icons/send';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from './drafts';
import { formattingFor, isRich, lengthLimit } from './formatting';
import { ModeToggle } from './mode-toggle';
import { PlainEditor } from './plain-editor';
import { RichEditor } from './rich-editor';
import { sendMessage, serverVersion } from './server';
import type { ConversationView, DeskView } from './view';

const replyHint = "Shift + enter for new line. Start with '/' to select a Canned Response.";
const noteHint = 'Shift + enter for new line. This will be visible only to Agents';
const windowed = ['Channel::Whatsapp', 'Channel::Api'];

interface ReplyBoxProps {
  desk: DeskView;
  conversation: ConversationView;
  onSent(): Promise<void>;
  /** Makes the model of the composer readable for tests. */
  onModel(markdown: string): void;
}

/** The composer: reply or private note, with drafts per conversation and mode. */
export function ReplyBox({ desk, conversation, onSent, onModel }: ReplyBoxProps) {
  const { id, channelType, canReply } = conversation;
  // A closed window forbids typing on some channels; the others are forced into notes.
  const notesOnly = !canReply && !windowed.includes(channelType);
  const [noteMode, setNoteMode] = useState(false);
  const note = noteMode || notesOnly;
  const [sentCount, setSentCount] = useState(0);
  const [focused, setFocused] = useState(false);
  const [text, setText] = useState('');
  const sending = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation begins in reply mode.
  useEffect(() => setNoteMode(false), [id]);
  const draft = readDraft(id, note);
  const stateKey = `${id} ${note} ${sentCount}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state begins with its draft.
  useEffect(() => {
    setText(draft);
    onModel(draft);
  }, [stateKey]);

  const change = useCallback(
    (markdown: string) => {
      setText(markdown);
      writeDraft(id, note, markdown);
      onModel(markdown);
    },
    [id, note, onModel],
  );
  const editable = note || canReply;
  const sendable = editable && text.trim() !== '' && text.length <= lengthLimit(channelType, note);
  const send = async () => {
    if (!sendable || sending.current) return;
    sending.current = true;
    await sendMessage(desk, id, { content: text, private: note });
    writeDraft(id, note, '');
    setSentCount((count) => count + 1);
    sending.current = false;
    await onSent();
  };
  const common = {
    stateKey,
    initial: draft,
    placeholder: note ? noteHint : replyHint,
    editable,
    onChange: change,
    onKey: (event: KeyboardEvent) => {
      if (!isSendKey(event, desk.sendKey)) return false;
      event.preventDefault();
      void send();
      return true;
    },
  };
  const version = serverVersion();
  const classes = ['reply-box', note || !canReply ? 'is-private' : '', focused ? 'is-focused' : ''];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only mirrors focus into a class.
    <div
      className={classes.filter(Boolean).join(' ')}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <div className="reply-box__panel">
        <ModeToggle version={version} note={note} locked={notesOnly} onChange={setNoteMode} />
        {!canReply && <span className="window-closed">The reply window is closed</span>}
      </div>
      <div className="reply-box__top">
        {isRich(version, channelType, note) ? (
          <RichEditor
            {...common}
            formatting={formattingFor(channelType, note)}
            hasWholeMenu={desk.editorMenu === 'whole'}
            className={editorRootClass(version)}
          />
        ) : (
          <PlainEditor {...common} />
        )}
      </div>
      <div className="reply-box__bottom">
        <span className="counter">{text.length > 0 && `${text.length} characters`}</span>
        <div className="right-wrap">
          <button type="submit" disabled={!sendable} onClick={() => void send()}>
            {note ? 'Add Note' : 'Send'} <Send size={14} />
          </button>
        </div>
      </div>
    </div>
  );
}

function editorRootClass(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const root = 'relative w-full input';
  return major * 100 + minor >= 409 ? `${root} popover-prosemirror-menu` : root;
}

function isSendKey(event: KeyboardEvent, choice: DeskView['sendKey']): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return false;
  const withModifier = event.metaKey || event.ctrlKey;
  return choice === 'enter' ? !withModifier : withModifier;
}
