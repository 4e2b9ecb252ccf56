import type { PageOptions } from '../page-data';
import { h } from './dom';

export interface Field {
  element: HTMLElement;
  read(): string;
  write(text: string): void;
  setPlaceholder(text: string): void;
}

/** Chatra's composer field, of the kind that is switched on. */
export function makeField(kind: PageOptions['composer']): Field {
  return kind === 'textarea' ? textField() : richField();
}

function textField(): Field {
  const element = h('textarea', 'chat-textarea js-chat-textarea', {
    rows: '1',
    maxlength: '4096',
  });
  return {
    element,
    read: () => element.value,
    write(text) {
      element.value = text;
    },
    setPlaceholder(text) {
      element.placeholder = text;
    },
  };
}

function richField(): Field {
  const element = h('div', 'chat-textarea js-chat-textarea', {
    contenteditable: 'true',
    role: 'textbox',
  });
  return {
    element,
    // innerText, because textContent loses the line breaks.
    read: () => element.innerText,
    write(text) {
      element.textContent = text;
    },
    setPlaceholder(text) {
      element.dataset.placeholder = text;
    },
  };
}
