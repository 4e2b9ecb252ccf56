export interface Words {
  locale: string;
  conversations: string;
  you: string;
  choose: string;
  reply: string;
  note: string;
  placeholder: string;
  notePlaceholder: string;
  send: string;
  start: string;
  away: string;
  edited: string;
  chatNote: string;
  about: string;
  name: string;
  email: string;
  phone: string;
  notes: string;
  notesPlaceholder: string;
  pages: string;
  picker: string;
}

const english: Words = {
  locale: 'en-GB',
  conversations: 'My conversations',
  you: 'you: ',
  choose: 'Choose a conversation',
  reply: 'Reply',
  note: 'Note',
  placeholder: 'Type your message',
  notePlaceholder: 'Only your team sees this note',
  send: 'Send',
  start: 'Start chatting',
  away: 'You are away. Go online to chat.',
  edited: 'edited',
  chatNote: 'Note',
  about: 'About the visitor',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  notes: 'Notes',
  notesPlaceholder: 'Add a note',
  pages: 'Visited pages',
  picker: 'Saved replies',
};

const german: Words = {
  locale: 'de-DE',
  conversations: 'Meine Gespräche',
  you: 'Sie: ',
  choose: 'Wählen Sie ein Gespräch',
  reply: 'Antwort',
  note: 'Notiz',
  placeholder: 'Nachricht schreiben',
  notePlaceholder: 'Diese Notiz sieht nur Ihr Team',
  send: 'Senden',
  start: 'Gespräch beginnen',
  away: 'Sie sind abwesend. Gehen Sie online, um zu schreiben.',
  edited: 'bearbeitet',
  chatNote: 'Notiz',
  about: 'Über den Besucher',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  notes: 'Notizen',
  notesPlaceholder: 'Notiz hinzufügen',
  pages: 'Besuchte Seiten',
  picker: 'Gespeicherte Antworten',
};

const russian: Words = {
  locale: 'ru-RU',
  conversations: 'Мои диалоги',
  you: 'вы: ',
  choose: 'Выберите диалог',
  reply: 'Ответ',
  note: 'Заметка',
  placeholder: 'Введите сообщение',
  notePlaceholder: 'Заметку видит только ваша команда',
  send: 'Отправить',
  start: 'Начать чат',
  away: 'Вы отошли. Чтобы писать, вернитесь в сеть.',
  edited: 'изменено',
  chatNote: 'Заметка',
  about: 'О посетителе',
  name: 'Имя',
  email: 'Эл. почта',
  phone: 'Телефон',
  notes: 'Заметки',
  notesPlaceholder: 'Добавить заметку',
  pages: 'Посещённые страницы',
  picker: 'Сохранённые ответы',
};

/** What the app says, in the language that is switched on. */
export const words = { en: english, de: german, ru: russian } as const;
