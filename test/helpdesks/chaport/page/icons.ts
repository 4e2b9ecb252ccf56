/** Outlines for `icon`, drawn by hand. */
export const outlines = {
  chats: 'M4 5h16v11H11l-5 4v-4H4z',
  visitors: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-6 8-6s7 2 8 6',
  reports: 'M5 20V10M12 20V4M19 20v-7',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4 4',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  emoji:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14c1 1.500 2.200 2 3.500 2s2.500-.5 3.500-2M9 9.500v.5M15 9.500v.5',
  attach:
    'M19 11l-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400L13 4.200a3 3 0 0 1 4.300 4.300L9.500 16.200a1.500 1.500 0 0 1-2.100-2.100L14 7.500',
  place: 'M12 21c4-5 7-8 7-11a7 7 0 1 0-14 0c0 3 3 6 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
} as const;
