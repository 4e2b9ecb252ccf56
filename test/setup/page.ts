// Runs before each file of unit tests that may want a page: what the emulated page lacks.
if ('document' in globalThis) {
  globalThis.requestIdleCallback ??= (callback) =>
    Number(setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 })));
  globalThis.cancelIdleCallback ??= (handle) => clearTimeout(handle);
  // What an emulated page still asks for when its test has ended is asked of nobody, and not of the network.
  globalThis.fetch = () => new Promise(() => undefined);
}

export {};
