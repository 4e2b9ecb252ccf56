import { useEffect, useRef, useState } from 'react';
import type { EditorProps } from './rich-editor';

/** The text area older versions use on channels without formatting. */
export function PlainEditor(props: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(props.initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone says when to reload.
  useEffect(() => {
    setText(props.initial);
    area.current?.focus();
  }, [props.stateKey]);
  return (
    <textarea
      ref={area}
      className="input"
      rows={4}
      value={text}
      placeholder={props.placeholder}
      disabled={!props.editable}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange(event.target.value);
      }}
      onKeyDown={(event) => props.onKey(event.nativeEvent)}
    />
  );
}
