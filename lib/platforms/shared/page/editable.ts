/** An element that the page has made editable. */
export const contentEditable = '[contenteditable]:not([contenteditable="false"])';

/** What can be typed into, whatever its state. */
export const editableSelector = `textarea, ${contentEditable}`;
