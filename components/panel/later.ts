import { lazy } from 'react';

// What most looks at a person never need is loaded when it is wanted: the timeline comes first.

export const OtherScreens = lazy(async () => ({
  default: (await import('./OtherScreens')).OtherScreens,
}));

export const PlatformDetails = lazy(async () => ({
  default: (await import('./coverage/PlatformDetails')).PlatformDetails,
}));

export const SearchRow = lazy(async () => ({
  default: (await import('./find-in-history/SearchRow')).SearchRow,
}));

export const SearchReach = lazy(async () => ({
  default: (await import('./find-in-history/SearchReach')).SearchReach,
}));

export const JumpForm = lazy(async () => ({
  default: (await import('./find-in-history/JumpForm')).JumpForm,
}));

export const FilterForm = lazy(async () => ({
  default: (await import('./find-in-history/FilterForm')).FilterForm,
}));

export const EmptyHistory = lazy(async () => ({
  default: (await import('./history/EmptyHistory')).EmptyHistory,
}));

export const TimelineFooter = lazy(async () => ({
  default: (await import('./history/TimelineFooter')).TimelineFooter,
}));

export const CoverageList = lazy(async () => ({
  default: (await import('./coverage/CoverageList')).CoverageList,
}));

export const RepliesTab = lazy(async () => ({
  default: (await import('./replies/RepliesTab')).RepliesTab,
}));

export const NotesTab = lazy(async () => ({
  default: (await import('./notes/NotesTab')).NotesTab,
}));
