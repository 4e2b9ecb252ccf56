const paths: Record<string, string> = {
  email: 'M3 6h18v12H3zM3 7l9 6 9-6',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  whatsapp: 'M5 19l1.2-3.4A8 8 0 1 1 9 18.4zM9 9c0 4 2 6 6 6',
  sms: 'M7 3h10v18H7zM10 18h4',
  voice: 'M6 4h4l1 5-2 1a11 11 0 0 0 5 5l1-2 5 1v4c-8 2-16-6-14-14z',
  facebook: 'M13 21v-8h3l1-4h-4V7c0-1 1-2 2-2h2V2h-3c-3 0-5 2-5 5v2H6v4h3v8',
  note: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  people:
    'M9 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM2 20c0-8 14-8 14 0M16 5a4 4 0 0 1 0 7M18 15c3 1 4 3 4 5',
  inbox: 'M4 4h16v16H4zM4 13h5l1 3h4l1-3h5',
  chart: 'M5 20V10M12 20V4M19 20v-7',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v4M12 18v4M2 12h4M18 12h4M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
  popout: 'M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9',
  clip: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7',
  bold: 'M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z',
  link: 'M10 14l4-4M8 12l-3 3a3.5 3.5 0 0 0 5 5l3-3M16 12l3-3a3.5 3.5 0 0 0-5-5l-3 3',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 14c2 4 6 4 8 0M9 9v1M15 9v1',
  bolt: 'M13 2L5 13h6l-1 9 9-12h-6z',
};

/** A line drawing; channels without a drawing of their own get that of a chat. */
export function Icon({ name, size = 16 }: { name: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name] ?? paths.chat} />
    </svg>
  );
}
