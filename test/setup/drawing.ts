// Runs before each file of unit tests that may draw with React: what a busy machine needs.
if ('document' in globalThis) {
  const { act, configure, getConfig } = await import('@testing-library/react');
  const { createElement, Fragment } = await import('react');
  const { createRoot } = await import('react-dom/client');
  const { asyncUtilTimeout, asyncWrapper } = getConfig();
  const aside = createRoot(document.createElement('div'));
  // Parts of the panel are loaded when they are wanted, which takes seconds here at times.
  const patience = 10_000;
  // Files that share a thread share the library, too: it has been told before.
  if (asyncUtilTimeout !== patience)
    configure({
      asyncUtilTimeout: patience,
      // What is waited for is found as soon as it is drawn. On a busy machine React runs the effects of that drawing
      // a turn later, but always before it draws something else, so something else is drawn here.
      asyncWrapper: async (wait) => {
        const found = await asyncWrapper(wait);
        await act(async () => aside.render(createElement(Fragment)));
        return found;
      },
    });
}

export {};
