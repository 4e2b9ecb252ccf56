/** Where messages are, by the class names that the app is known to use. */
const messages = '.chat-message-area, .chat-message, .chat-date-block';

/** Other known parts of the app: while one of these is there, the messages may still come. */
const otherParts = '.content-layout, .chat-aside, .nav-item, .super-nav-section';

/** Parts of an open conversation that are drawn together with its messages. */
const conversation = '.chat-aside, .chat-input-area';

/** An app that has drawn itself has more elements than one that is still starting. */
const fewestElements = 40;

/**
 * True when a conversation is drawn but its messages are not where they are known to be: the app
 * gave its parts other class names. An app that is still drawing is not unreadable.
 */
export function isUnreadable(document: Document): boolean {
  if (document.querySelector(messages) !== null) return false;
  if (document.body.getElementsByTagName('*').length < fewestElements) return false;
  const isKnownApp = document.querySelector(otherParts) !== null;
  return !isKnownApp || document.querySelector(conversation) !== null;
}
