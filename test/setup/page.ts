// Runs before each file of unit tests: what the emulated page lacks, and a busy machine needs.
if ('document' in globalThis) {
  globalThis.requestIdleCallback ??= (callback) =>
    Number(setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 })));
  globalThis.cancelIdleCallback ??= (handle) => clearTimeout(handle);
  // Parts of the panel are loaded when they are wanted, which takes seconds here at times.
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 10_000 });
}

export {};
