import { lazy } from 'react';

// What most looks at a person never need is loaded when it is wanted: the timeline comes first.

export const OtherScreens = lazy(async () => ({
  default: (await import('./OtherScreens')).OtherScreens,
}));

export const PlatformDetails = lazy(async () => ({
  default: (await import('./PlatformDetails')).PlatformDetails,
}));

export const SearchRow = lazy(async () => ({ default: (await import('./SearchRow')).SearchRow }));

export const SearchReach = lazy(async () => ({
  default: (await import('./SearchReach')).SearchReach,
}));

export const JumpForm = lazy(async () => ({ default: (await import('./JumpForm')).JumpForm }));

export const FilterForm = lazy(async () => ({
  default: (await import('./FilterForm')).FilterForm,
}));

export const EmptyHistory = lazy(async () => ({
  default: (await import('./EmptyHistory')).EmptyHistory,
}));

export const TimelineFooter = lazy(async () => ({
  default: (await import('./TimelineFooter')).TimelineFooter,
}));

export const CoverageList = lazy(async () => ({
  default: (await import('./CoverageList')).CoverageList,
}));

export const RepliesTab = lazy(async () => ({
  default: (await import('./replies/RepliesTab')).RepliesTab,
}));

export const NotesTab = lazy(async () => ({
  default: (await import('./notes/NotesTab')).NotesTab,
}));
