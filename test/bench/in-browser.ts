import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../browser/find-browser';

/**
 * Runs a script of this folder, with the product's code in it, in a real browser's page. `call` is
 * an expression that the script made possible; its value comes back.
 */
export async function runInBrowser<T>(script: string, call: string): Promise<T> {
  const code = await bundle(script);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: false,
    args: ['--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(code);
    return await page.evaluate<T>(call);
  } finally {
    await browser.close();
    server.close();
  }
}

/** A script of this folder and all that it imports, in one file. */
export async function bundle(script: string, minify = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      lib: {
        entry: path.join(import.meta.dirname, script),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('the bench was not bundled');
  return output.output[0].code;
}
