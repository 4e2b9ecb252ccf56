export interface Words {
  locale: string;
  open: string;
  all: string;
  visitor: string;
  name: string;
  email: string;
  phone: string;
  notes: string;
  notesHint: string;
  addName: string;
  addEmail: string;
  addPhone: string;
  addNotes: string;
  place: string;
  previous: string;
  placeholder: string;
  joinPlaceholder: string;
  join: string;
  send: string;
  none: string;
  opened: string;
  closed: string;
  bot: string;
  today: string;
}

const english: Words = {
  locale: 'en-GB',
  open: 'Open chats',
  all: 'All',
  visitor: 'Visitor',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  notes: 'Notes',
  notesHint: 'Visible only to operators',
  addName: '+ Add name',
  addEmail: '+ Add email',
  addPhone: '+ Add phone',
  addNotes: '+ Add notes',
  place: 'Location',
  previous: 'Chats of this visitor',
  placeholder: 'Type your message…',
  joinPlaceholder: 'Start typing or press enter to join the chat',
  join: 'Join chat',
  send: 'Send',
  none: 'No Chat Selected',
  opened: 'Opened page',
  closed: 'Closed',
  bot: 'Auto message',
  today: 'Today',
};

const russian: Words = {
  locale: 'ru-RU',
  open: 'Открытые чаты',
  all: 'Все',
  visitor: 'Посетитель',
  name: 'Имя',
  email: 'Эл. почта',
  phone: 'Телефон',
  notes: 'Заметки',
  notesHint: 'Видны только операторам',
  addName: '+ Добавить имя',
  addEmail: '+ Добавить почту',
  addPhone: '+ Добавить телефон',
  addNotes: '+ Добавить заметку',
  place: 'Город',
  previous: 'Чаты посетителя',
  placeholder: 'Введите сообщение…',
  joinPlaceholder: 'Начните писать или нажмите Enter, чтобы войти в чат',
  join: 'Войти в чат',
  send: 'Отправить',
  none: 'Чат не выбран',
  opened: 'Открыл страницу',
  closed: 'Закрыт',
  bot: 'Автосообщение',
  today: 'Сегодня',
};

/** What the app says, in the language that is switched on. */
export const words = { en: english, ru: russian } as const;
