import { findBrowser } from './find-browser';
import { findFirefox, whyNoFirefox } from './firefox/find-firefox';

// The tests in both browsers begin at the same time, and a machine installs one thing after the other.
console.log(`Chromium: ${findBrowser()}`);
console.log(whyNoFirefox() ?? `Firefox: ${findFirefox()}`);
